import type { Text } from '../text/use-text.ts'

const second = 1000
const minute = 60 * second
const hour = 60 * minute
const day = 24 * hour

/** A length of time in its largest unit: `45秒`, `4分`, `15时`, `3天`. */
export function largestSpan(ms: number, t: Text['t']): string {
  const span = Math.max(0, ms)
  if (span < hour) return spanWords(span, t)
  if (span < day) return t('wall.span.wholeHours', { hours: Math.floor(span / hour) })
  return t('wall.span.wholeDays', { days: Math.floor(span / day) })
}

/** A length of time in the two largest units that matter: `45秒`, `4分`, `1时22分`, `3天2时`. */
export function spanWords(ms: number, t: Text['t']): string {
  const span = Math.max(0, ms)
  if (span < minute) return t('wall.span.seconds', { seconds: Math.floor(span / second) })
  if (span < hour) return t('wall.span.minutes', { minutes: Math.floor(span / minute) })
  if (span < day) {
    return t('wall.span.hours', { hours: Math.floor(span / hour), minutes: Math.floor((span % hour) / minute) })
  }
  return t('wall.span.days', { days: Math.floor(span / day), hours: Math.floor((span % day) / hour) })
}
