/** A small seeded source of chance, so that a demonstration can be made again alike. Never for secrets. */
export interface Chance {
  /** 0 ≤ x < 1. */
  readonly next: () => number
  readonly between: (least: number, most: number) => number
  readonly whole: (least: number, most: number) => number
  /** True with this probability. */
  readonly of: (probability: number) => boolean
  /** Throws on an empty list. */
  readonly pick: <T>(items: readonly T[]) => T
  readonly byWeight: <T>(items: readonly (readonly [T, number])[]) => T
}

export function chanceOf(seed: number | string): Chance {
  const next = generatorOf(typeof seed === 'number' ? seed : seedOf(seed))
  const whole = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    next,
    whole,
    between: (least, most) => least + next() * (most - least),
    of: (probability) => next() < probability,
    pick: <T>(items: readonly T[]) => at(items, Math.floor(next() * items.length)),
    byWeight: <T>(items: readonly (readonly [T, number])[]) => {
      const total = items.reduce((sum, [, weight]) => sum + weight, 0)
      let left = next() * total
      return (items.find(([, weight]) => (left -= weight) < 0) ?? at(items, items.length - 1))[0]
    },
  }
}

/** UUIDs of version 7 whose time is `nowMs`: in the order of that time, and alike for a seed. */
export function idsOf(chance: Chance, nowMs: () => number): () => string {
  const hex = (bits: number) =>
    Math.floor(chance.next() * 2 ** bits)
      .toString(16)
      .padStart(bits / 4, '0')
  return () => {
    const time = nowMs().toString(16).padStart(12, '0')
    const variant = '89ab'.charAt(chance.whole(0, 3))
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(12)}-${variant}${hex(12)}-${hex(48)}`
  }
}

/** mulberry32: 32 bits of state, even enough for what people see. */
function generatorOf(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** FNV-1a over the text's UTF-16 units. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('nothing to choose from')
  return items[index] as T
}
