/** What a rate is made of. */
export interface RateParts {
  readonly numerator: number
  readonly denominator: number
}

/**
 * A rate in percent with one place; null when there is nothing to divide by. It says 100 only when every one of them is in it, and 0 only
 * when none is.
 */
export function rateText({ numerator, denominator }: RateParts): string | null {
  if (denominator <= 0) return null
  if (numerator === 0) return '0'
  if (numerator === denominator) return '100'
  const rounded = Math.round((numerator / denominator) * 1000) / 10
  return Math.min(99.9, Math.max(0.1, rounded)).toFixed(1)
}

const grouped = new Intl.NumberFormat('en-US')

/** A count with its thousands apart: `16,336`. */
export function countText(count: number): string {
  return grouped.format(count)
}
