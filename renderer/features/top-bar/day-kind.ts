import type { WorkCalendar } from '../../../hub-server/contract/calendar.ts'

export type DayKind =
  { readonly kind: 'work' | 'makeUp' | 'rest' } | { readonly kind: 'holiday'; readonly name: string }

const shanghaiMs = 8 * 3_600_000
const dayMs = 24 * 3_600_000

/** What kind of day a moment (ms) lies in. Past the covered calendar only the weekend is known. */
export function dayKindOf(now: number, calendar: Pick<WorkCalendar, 'holidays' | 'makeUpWorkdays'>): DayKind {
  const date = new Date(now + shanghaiMs).toISOString().slice(0, 10)
  if (calendar.makeUpWorkdays.some((day) => day.date === date)) return { kind: 'makeUp' }
  const holiday = calendar.holidays.find((day) => day.date === date)
  if (holiday !== undefined) return { kind: 'holiday', name: holiday.name }
  // 1970-01-01 was a Thursday; 5 and 6 are Saturday and Sunday.
  const weekday = (Math.floor((now + shanghaiMs) / dayMs) + 3) % 7
  return { kind: weekday >= 5 ? 'rest' : 'work' }
}
