const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** The words a countdown needs, from the text table of the language. */
export interface RemainingWords {
  /** Stands right behind the number of days: `天`, `d`. */
  day: string
  /** Stands before what is past due: `超`, `over`. */
  over: string
}

export interface Remaining {
  overdue: boolean
  /** `1天 3:34`, `03:34` or `6′52″`, without the word for overdue. */
  figure: string
}

/** What is left until a due moment, split for drawing. What is left is rounded up and what is past rounded down, as a
 * clock without seconds reads: at 14:26:08 an act due at 18:00 has `03:34` left. `precision` `second` writes minutes and
 * seconds as `6′52″`, so that the two are never mistaken; it is for spans under an hour and falls back to hours above. */
export function remainingOf(ms: number, dayWord: string, precision: 'minute' | 'second' = 'minute'): Remaining {
  const overdue = ms < 0
  const span = Math.abs(ms)
  const round = overdue ? Math.floor : Math.ceil
  if (precision === 'second' && span < hour) return { overdue, figure: minutesAndSeconds(round(span / 1000)) }
  return { overdue, figure: hoursAndMinutes(round(span / minute), dayWord) }
}

/** A countdown in words as on paper and for screen readers: `1天 3:34`, `03:34`, `超 1天 20:26`, `6′52″`. `ms` < 0 is past due. */
export function formatRemaining(ms: number, words: RemainingWords, precision: 'minute' | 'second' = 'minute'): string {
  const { overdue, figure } = remainingOf(ms, words.day, precision)
  return overdue ? `${words.over} ${figure}` : figure
}

/** A length of time that has passed, in minutes and seconds: `6′58″`; from an hour on `1:22` with days before it. */
export function formatSpan(ms: number, dayWord: string): string {
  const span = Math.max(0, ms)
  return span < hour ? minutesAndSeconds(Math.floor(span / 1000)) : hoursAndMinutes(Math.floor(span / minute), dayWord)
}

function minutesAndSeconds(seconds: number): string {
  return `${String(Math.floor(seconds / 60))}′${String(seconds % 60).padStart(2, '0')}″`
}

function hoursAndMinutes(minutes: number, dayWord: string): string {
  const days = Math.floor(minutes / (day / minute))
  const hours = Math.floor(minutes / 60) % 24
  const rest = String(minutes % 60).padStart(2, '0')
  if (days > 0) return `${String(days)}${dayWord} ${String(hours)}:${rest}`
  return `${String(hours).padStart(2, '0')}:${rest}`
}
