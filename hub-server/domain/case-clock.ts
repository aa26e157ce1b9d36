/** A clock of a case: the promise as it was frozen, and how it ended. Proofs stay in the ledger. */
import type { Clock, ClockKind } from '../contract/clock.ts'
import type { Instant } from '../contract/instant.ts'

export type CaseClock = Omit<Clock, 'proof'> & {
  /** The assignment it belongs to; null for triage before any and for the total clock. */
  readonly assignment: number | null
  readonly outcome: 'running' | 'met' | 'missed' | 'dropped'
  readonly stoppedAt?: Instant
  /** The due time has passed while it ran, and this was recorded. */
  readonly expired?: boolean
}

/** More clocks start. The total clock is one for the whole order: a new one takes the place of the old, with its old start. */
export function startAll(
  clocks: readonly CaseClock[],
  started: readonly Clock[],
  assignment: number | null,
): readonly CaseClock[] {
  const renewsTotal = started.some((clock) => clock.kind === 'total')
  const kept = renewsTotal ? clocks.filter((clock) => clock.kind !== 'total') : clocks
  return [...kept, ...started.map((clock) => running(clock, clock.kind === 'total' ? null : assignment))]
}

/** The running clock of a kind ends because what it waited for was done. */
export function stop(clocks: readonly CaseClock[], kind: ClockKind, at: Instant): readonly CaseClock[] {
  return clocks.map((clock) =>
    clock.kind === kind && clock.outcome === 'running'
      ? { ...clock, outcome: at > clock.dueAt ? 'missed' : 'met', stoppedAt: at }
      : clock,
  )
}

/** Running clocks of some kinds end without having been met: the order went elsewhere. A missed one stays missed. */
export function drop(clocks: readonly CaseClock[], kinds: readonly ClockKind[], at: Instant): readonly CaseClock[] {
  return clocks.map((clock) =>
    kinds.includes(clock.kind) && clock.outcome === 'running'
      ? { ...clock, outcome: at > clock.dueAt ? 'missed' : 'dropped', stoppedAt: at }
      : clock,
  )
}

/** The last clock of a kind runs again with its old due time: what had stopped it was taken back. */
export function reopen(clocks: readonly CaseClock[], kind: ClockKind): readonly CaseClock[] {
  const last = clocks.findLastIndex((clock) => clock.kind === kind)
  return clocks.map((clock, index) => {
    if (index !== last || clock.outcome === 'running') return clock
    const { stoppedAt: _ended, ...rest } = clock
    return { ...rest, outcome: 'running' }
  })
}

export function runningClocks(clocks: readonly CaseClock[]): readonly CaseClock[] {
  return clocks.filter((clock) => clock.outcome === 'running')
}

function running(clock: Clock, assignment: number | null): CaseClock {
  const { proof: _inTheLedger, ...promise } = clock
  return { ...promise, assignment, outcome: 'running' }
}
