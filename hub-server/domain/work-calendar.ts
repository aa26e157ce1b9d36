import { civilOf, dayOfDate, weekdayOf } from '../contract/civil-date.ts'
import type { WorkCalendar } from '../contract/calendar.ts'

export type DayKind = 'workday' | 'makeUpWorkday' | 'weekend' | 'holiday'

const REST = 0
const WORK = 1

/**
 * A calendar made ready for counting: one byte a covered day, so that a due time costs no text work.
 * Made once per calendar version and handed in. Days are day numbers (days since 1970-01-01, in China).
 */
export interface CalendarIndex {
  readonly version: string
  /** The first and last covered day; days outside are judged by the week and the fixed holidays alone. */
  readonly firstDay: number
  readonly lastDay: number
  readonly work: Uint8Array
  readonly holidays: ReadonlyMap<number, string>
  readonly makeUpWorkdays: ReadonlyMap<number, string>
  /** Month × 100 + day of the holidays that the law fixes to a date. */
  readonly fixedHolidays: ReadonlyMap<number, string>
}

/** Prepares a calendar that came through `workCalendarSchema`. */
export function indexCalendar(calendar: WorkCalendar): CalendarIndex {
  const firstDay = dayOfDate(calendar.coveredFrom)
  const lastDay = dayOfDate(calendar.coveredUntil)
  const holidays = new Map(calendar.holidays.map(({ date, name }) => [dayOfDate(date), name]))
  const makeUpWorkdays = new Map(calendar.makeUpWorkdays.map(({ date, name }) => [dayOfDate(date), name]))
  const work = new Uint8Array(lastDay - firstDay + 1)
  for (let day = firstDay; day <= lastDay; day += 1) {
    work[day - firstDay] = makeUpWorkdays.has(day) || (!isWeekend(day) && !holidays.has(day)) ? WORK : REST
  }
  const fixedHolidays = new Map(
    calendar.fixedHolidays.map(({ monthDay, name }) => [
      Number(monthDay.slice(0, 2)) * 100 + Number(monthDay.slice(3, 5)),
      name,
    ]),
  )
  return { version: calendar.version, firstDay, lastDay, work, holidays, makeUpWorkdays, fixedHolidays }
}

/** Whether the notices say what this day is. */
export function isCovered(calendar: CalendarIndex, day: number): boolean {
  return day >= calendar.firstDay && day <= calendar.lastDay
}

/** Whether people work on this day. Outside the covered range: Monday to Friday, less the holidays fixed by law. */
export function isWorkday(calendar: CalendarIndex, day: number): boolean {
  if (isCovered(calendar, day)) return calendar.work[day - calendar.firstDay] === WORK
  return !isWeekend(day) && fixedHolidayOf(calendar, day) === undefined
}

/** What kind of day it is, and for a holiday or make-up workday the name of the holiday. */
export function describeDay(calendar: CalendarIndex, day: number): { readonly kind: DayKind; readonly name?: string } {
  const makeUp = calendar.makeUpWorkdays.get(day)
  if (makeUp !== undefined) return { kind: 'makeUpWorkday', name: makeUp }
  const holiday = calendar.holidays.get(day) ?? (isCovered(calendar, day) ? undefined : fixedHolidayOf(calendar, day))
  if (holiday !== undefined) return { kind: 'holiday', name: holiday }
  return { kind: isWeekend(day) ? 'weekend' : 'workday' }
}

/** The working day `count` working days after a day; the day itself does not count. 0 gives the day itself. */
export function workdayAfter(calendar: CalendarIndex, day: number, count: number): number {
  let left = count
  let at = day
  while (left > 0) {
    at += 1
    if (isWorkday(calendar, at)) left -= 1
  }
  return at
}

/** The working day `count` working days before a day; the day itself does not count. 0 gives the day itself. */
export function workdayBefore(calendar: CalendarIndex, day: number, count: number): number {
  let left = count
  let at = day
  while (left > 0) {
    at -= 1
    if (isWorkday(calendar, at)) left -= 1
  }
  return at
}

/** The day itself when people work on it, else the next working day. */
export function workdayFrom(calendar: CalendarIndex, day: number): number {
  return isWorkday(calendar, day) ? day : workdayAfter(calendar, day, 1)
}

function isWeekend(day: number): boolean {
  const weekday = weekdayOf(day)
  return weekday === 0 || weekday === 6
}

function fixedHolidayOf(calendar: CalendarIndex, day: number): string | undefined {
  if (calendar.fixedHolidays.size === 0) return undefined
  const civil = civilOf(day)
  return calendar.fixedHolidays.get(civil.month * 100 + civil.day)
}
