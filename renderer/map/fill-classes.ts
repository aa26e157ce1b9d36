/** Upper bounds of the first three of four classes; a value that reaches a bound is in the class above it. */
export type ClassBounds = readonly [number, number, number]

/** 0: the value is not known. 1–4: from few to many. */
export type FillClass = 0 | 1 | 2 | 3 | 4

const niceSteps = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/**
 * Bounds of four classes for the values that are on the map now: the quartiles, moved to round numbers, so that the legend
 * can be read from afar and does not change with every case. Null when no value is known.
 */
export function classBounds(values: readonly (number | null)[]): ClassBounds | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b)
  const least = known[0]
  const most = known.at(-1)
  if (least === undefined || most === undefined) return null
  const step = niceSteps.findLast((nice) => nice <= (most - least) / 6) ?? 0.1
  const first = roundTo(quantile(known, 0.25), step)
  const second = Math.max(roundTo(quantile(known, 0.5), step), first + step)
  const third = Math.max(roundTo(quantile(known, 0.75), step), second + step)
  return [tidy(first), tidy(second), tidy(third)]
}

export function classOf(value: number | null, bounds: ClassBounds | null): FillClass {
  if (value === null || bounds === null) return 0
  if (value < bounds[0]) return 1
  if (value < bounds[1]) return 2
  return value < bounds[2] ? 3 : 4
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] ?? 0
  const high = sorted[Math.ceil(at)] ?? low
  return low + (high - low) * (at - Math.floor(at))
}

function roundTo(value: number, step: number): number {
  return Math.max(step, Math.round(value / step) * step)
}

function tidy(value: number): number {
  return Math.round(value * 10) / 10
}
