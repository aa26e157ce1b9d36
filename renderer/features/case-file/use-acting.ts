import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { caseKey } from '../../hub/case-queries.ts'
import { useCommands } from '../../hub/station.tsx'
import { actOf, type ActId } from './acts.ts'
import { dropDraft } from './drafts.ts'
import { giveOrder, putAwayOrder, useOrder, versionKnown, type Order } from './orders.ts'
import { alertToAcknowledge } from './read-back.ts'

export interface Acting {
  /** The act whose form stands open. */
  readonly open: ActId | null
  readonly order: Order | null
  readonly pending: boolean
  /** Opens the form of an act, or does it where it has none. */
  readonly start: (act: ActId) => void
  readonly complete: (act: ActId, payload: Record<string, unknown>) => void
  /** Closes the form; what was typed stays. */
  readonly back: () => void
  /** Sends the last order again, against what the hub holds now. */
  readonly again: () => void
  readonly putAway: () => void
}

/** Acting on one matter: at most one order is on its way, and a refused one brings its form back as it was. */
export function useActing(view: CaseView): Acting {
  const { give } = useCommands()
  const queries = useQueryClient()
  const order = useOrder(view.id)
  const [open, setOpen] = useState<ActId | null>(() => formOf(order))
  const pending = order?.outcome.kind === 'pending'

  const send = async (act: ActId, payload: Record<string, unknown>) => {
    if (give === null || pending) return
    setOpen(null)
    const { command, atOnce } = actOf(act)
    const outcome = await giveOrder(give, {
      caseId: view.id,
      act,
      command,
      payload,
      expectedVersion: versionKnown(view.version, order),
      seenState: view.state,
    })
    if (outcome.kind === 'done') dropDraft(view.id, act)
    else if (!atOnce) setOpen(act)
    await queries.invalidateQueries({ queryKey: caseKey(view.id) })
  }
  return {
    open,
    order,
    pending,
    start: (act) => {
      if (order?.outcome.kind === 'refused' && order.act !== act) putAwayOrder(view.id)
      if (actOf(act).atOnce) void send(act, payloadAtOnce(act, view))
      else setOpen(act)
    },
    complete: (act, payload) => void send(act, payload),
    back: () => {
      setOpen(null)
      if (!pending) putAwayOrder(view.id)
    },
    again: () => {
      if (order !== null) void send(order.act, order.payload)
    },
    putAway: () => putAwayOrder(view.id),
  }
}

/** A refused order opens its form again, also when one comes back to the case later. */
function formOf(order: Order | null): ActId | null {
  return order?.outcome.kind === 'refused' && !actOf(order.act).atOnce ? order.act : null
}

function payloadAtOnce(act: ActId, view: CaseView): Record<string, unknown> {
  return act === 'acknowledgeAlert' ? { axis: alertToAcknowledge(view)?.axis ?? 'time' } : {}
}
