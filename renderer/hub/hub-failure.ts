import type { Problem } from '../../hub-server/contract/refusal.ts'

/** Why a request brought nothing. The three need different words: the hub said no, nobody answered, or the answer was not a hub's. */
export type HubFailure =
  | { kind: 'refused'; problem: Problem; retryAfterSeconds: number | null }
  | { kind: 'unreachable'; reason: 'network' | 'timeout' | 'noHub' }
  | { kind: 'unreadable'; status: number }

/** `tookMs` is the time from the question to the whole answer. */
export type HubAnswer<T> = { ok: true; value: T; tookMs: number } | { ok: false; failure: HubFailure }

/** Nobody waits longer than this for one answer (ms). */
export const answerWithinMs = 10_000
