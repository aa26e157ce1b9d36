import type { CaseRow } from '../../../hub-server/contract/board.ts'
import type { KeyCommand } from '../../shared/keys/key-command.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import type { AlertEntry } from './alert-entries.ts'

export const mostEntries = 3

/** Alt and a digit open an alert of the strip; Alt A acknowledges the one whose case is open, so that it was seen before. */
export function useAlertKeys(
  shown: readonly AlertEntry[],
  openAlert: CaseRow | undefined,
  onOpen: (caseId: string) => void,
  acknowledge: (row: CaseRow) => void,
): void {
  const { t } = useText()
  const openers = Array.from({ length: mostEntries }, (_, index): KeyCommand => {
    const entry = shown[index]
    const number = index + 1
    return {
      id: `alert.open.${String(number)}`,
      keys: [`Alt+${String(number)}`],
      label: t('desk.keys.openAlert', { number }),
      refusal: entry === undefined ? t('desk.keys.noAlert') : null,
      run: () => {
        if (entry !== undefined) onOpen(entry.row.id)
      },
    }
  })
  const mayAcknowledge = openAlert?.allowed.includes('acknowledgeAlert') === true
  useKeys('station', [
    ...openers,
    {
      id: 'alert.acknowledge',
      keys: ['Alt+A'],
      label: t('desk.keys.acknowledge'),
      refusal: openAlert === undefined ? t('desk.keys.openFirst') : mayAcknowledge ? null : t('desk.keys.notYours'),
      run: () => {
        if (openAlert !== undefined) acknowledge(openAlert)
      },
    },
  ])
}
