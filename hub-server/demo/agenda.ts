/** What is to be done when, the earliest first; among equal times the one that was added first. */
export interface Agenda<T> {
  readonly add: (atMs: number, item: T) => void
  readonly nextMs: () => number | undefined
  readonly take: () => T | undefined
  readonly size: () => number
}

export function makeAgenda<T>(): Agenda<T> {
  /** Latest first, so that taking the earliest is cheap. */
  const entries: { readonly atMs: number; readonly item: T }[] = []
  return {
    add: (atMs, item) => {
      let low = 0
      let high = entries.length
      while (low < high) {
        const middle = (low + high) >>> 1
        if ((entries[middle]?.atMs ?? 0) > atMs) low = middle + 1
        else high = middle
      }
      entries.splice(low, 0, { atMs, item })
    },
    nextMs: () => entries.at(-1)?.atMs,
    take: () => entries.pop()?.item,
    size: () => entries.length,
  }
}
