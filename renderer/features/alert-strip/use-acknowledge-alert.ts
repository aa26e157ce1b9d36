import { useState } from 'react'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { useCommands } from '../../hub/station.tsx'

/** Acknowledges the alert of a case. `refusal` is what the hub said against the last try. */
export function useAcknowledgeAlert(): { acknowledge: (row: CaseRow) => void; refusal: string | null } {
  const { give } = useCommands()
  const [refusal, setRefusal] = useState<string | null>(null)
  return {
    refusal,
    acknowledge: ({ id, alert }) => {
      if (give === null || alert === null) return
      setRefusal(null)
      void give({ caseId: id, type: 'acknowledgeAlert', payload: { axis: alert.axis } }).then((outcome) => {
        if (outcome.kind === 'refused') setRefusal(outcome.problem.detail)
      })
    },
  }
}
