/** Figures of a measurement: times in milliseconds, from the fastest to the slowest. */
export interface Spread {
  readonly count: number
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { count: times.length, p50: at(0.5), p99: at(0.99), max: at(1) }
}

/** The middle one of some figures. */
export function middleOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

/** How long each run took. */
export function timed(runs: number, run: (index: number) => unknown): number[] {
  const times: number[] = []
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now()
    run(index)
    times.push(performance.now() - start)
  }
  return times
}

/** Three figures that count. */
export function round(value: number): number {
  return Number(value.toPrecision(3))
}

/** Numbers that look random and are the same in every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
