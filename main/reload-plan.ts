/**
 * What to do about a page that crashed just now: load it again after a growing pause (1, 2, 4 … 60 s), or, at the sixth crash in ten
 * minutes, show the safe page. Times are milliseconds of one clock that never goes back; `crashes` holds those before this one.
 */
export function reloadPlan(
  crashes: readonly number[],
  now: number,
): { kind: 'reload'; afterMs: number } | { kind: 'safePage' } {
  if (crashes.filter((at) => now - at < SAFE_WINDOW_MS).length >= SAFE_AFTER) return { kind: 'safePage' }
  const recent = crashes.filter((at) => now - at < CALM_MS).length
  return { kind: 'reload', afterMs: Math.min(2 ** recent * 1_000, LONGEST_PAUSE_MS) }
}

const SAFE_AFTER = 5
const SAFE_WINDOW_MS = 10 * 60_000
const LONGEST_PAUSE_MS = 60_000

/** After an hour without a crash the next one counts as the first. */
export const CALM_MS = 60 * 60_000
