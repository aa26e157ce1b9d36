/** Commands given from this window, by case, until the officer has seen how they ended. They outlive the panel: one goes on to the next case. */
import { useSyncExternalStore } from 'react'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import type { Problem } from '../../../hub-server/contract/refusal.ts'
import type { CaseStateName } from '../../../hub-server/contract/vocabulary.ts'
import type { CommandOutcome } from '../../hub/command-queue.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import type { ActId } from './acts.ts'

export interface Order {
  readonly caseId: string
  readonly act: ActId
  readonly command: CommandType
  readonly payload: Record<string, unknown>
  /** The version and state the officer saw. */
  readonly expectedVersion: number
  readonly seenState: CaseStateName
  /** Hub time, ms. */
  readonly givenAt: number
  readonly outcome:
    | { readonly kind: 'pending' }
    | { readonly kind: 'done'; readonly version: number; readonly at: number }
    | { readonly kind: 'refused'; readonly problem: Problem }
}

export type NewOrder = Omit<Order, 'givenAt' | 'outcome'>
type Give = (order: {
  caseId: string
  type: CommandType
  payload: Record<string, unknown>
  expectedVersion: number
}) => Promise<CommandOutcome>

const listeners = new Set<() => void>()
let orders: ReadonlyMap<string, Order> = new Map()

/** Sends it off and comes back with how it ended; the panel does not wait for that. */
export async function giveOrder(give: Give, order: NewOrder): Promise<CommandOutcome> {
  const given: Order = { ...order, givenAt: hubClock.now(), outcome: { kind: 'pending' } }
  put(order.caseId, given)
  const outcome = await give({
    caseId: order.caseId,
    type: order.command,
    payload: order.payload,
    expectedVersion: order.expectedVersion,
  })
  put(order.caseId, {
    ...given,
    outcome: outcome.kind === 'done' ? { ...outcome, at: hubClock.now() } : outcome,
  })
  return outcome
}

/** The version the next order is made against: after one's own order it is the one that order made, though the case was not read again yet. */
export function versionKnown(viewVersion: number, last: Order | null): number {
  return last?.outcome.kind === 'done' ? Math.max(viewVersion, last.outcome.version) : viewVersion
}

/** The last order of a case, if it has not been put away. */
export function useOrder(caseId: string): Order | null {
  return useSyncExternalStore(subscribe, () => orders.get(caseId) ?? null)
}

export function putAwayOrder(caseId: string): void {
  put(caseId, null)
}

function put(caseId: string, order: Order | null) {
  const next = new Map(orders)
  if (order === null) next.delete(caseId)
  else next.set(caseId, order)
  orders = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
