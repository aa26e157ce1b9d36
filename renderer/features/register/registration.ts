/** The last registration of this window: what the hub gave for it, and the acts that went out after it, in order. */
import { useSyncExternalStore } from 'react'
import type { AppealAnswer } from '../../../hub-server/contract/appeal.ts'
import type { PayloadOf } from '../../../hub-server/contract/command.ts'
import type { Problem } from '../../../hub-server/contract/refusal.ts'
import type { CommandQueue } from '../../hub/command-queue.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'

export type Step =
  | { readonly type: 'note'; readonly payload: PayloadOf<'note'> }
  | { readonly type: 'accept'; readonly payload: PayloadOf<'accept'> }
  | { readonly type: 'dispatch'; readonly payload: PayloadOf<'dispatch'> }

export type StepOutcome =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** An earlier step was refused, so this one was not given. */
  | { readonly kind: 'notGiven' }

export interface Registration {
  readonly answer: AppealAnswer
  /** When the hub's answer came (ms, hub time). */
  readonly at: number
  readonly steps: readonly (Step & { readonly outcome: StepOutcome })[]
  /** What is saved is what went out first; it was changed afterwards and that is not saved. */
  readonly asFirstSent: boolean
}

const listeners = new Set<() => void>()
let last: Registration | null = null

export function useLastRegistration(): Registration | null {
  return useSyncExternalStore(subscribe, () => last)
}

/** Another officer sits here: the code in sight is not his to hand out. */
export function forgetRegistration(): void {
  put(null)
}

/**
 * Keeps what the hub answered and gives the steps one after the other, each under an id of its own. After a refusal nothing more is given.
 */
export async function followUp(
  saved: Omit<Registration, 'steps' | 'at'>,
  steps: readonly Step[],
  give: CommandQueue['give'],
): Promise<void> {
  const waiting = steps.map((step) => ({ ...step, outcome: { kind: 'waiting' } as StepOutcome }))
  let mine: Registration = { ...saved, at: hubClock.now(), steps: waiting }
  put(mine)
  const settle = (from: number, outcomes: readonly StepOutcome[]) => {
    const isShown = last === mine
    mine = { ...mine, steps: mine.steps.map((step, at) => ({ ...step, outcome: outcomes[at - from] ?? step.outcome })) }
    if (isShown) put(mine)
  }
  for (const [index, { type, payload }] of steps.entries()) {
    const outcome = await give({ caseId: saved.answer.id, type, payload })
    if (outcome.kind === 'done') {
      settle(index, [{ kind: 'done' }])
      continue
    }
    settle(index, [outcome, ...steps.slice(index + 1).map((): StepOutcome => ({ kind: 'notGiven' }))])
    return
  }
}

function put(next: Registration | null): void {
  last = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
