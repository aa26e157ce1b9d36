import { civilOf, dayNumber, daysOfMonth } from '../contract/civil-date.ts'
import { lengthParts, type Due, type Length, type LengthParts } from '../contract/clock.ts'
import { dayNumberAt, HOUR_MS, instantOf, msOf, startOfDayMs, timeOfDayMs, type Instant } from '../contract/instant.ts'
import {
  calendarLines,
  countLines,
  dayStartLine,
  dueLine,
  hourStartLine,
  lengthLine,
  monthEndLine,
  rollLines,
  sameWorkdayStartLine,
} from './deadline-proof.ts'
import { isCovered, isWorkday, workdayAfter, workdayFrom, type CalendarIndex } from './work-calendar.ts'

export interface Term {
  readonly startAt: Instant
  readonly length: Length
  readonly calendar: CalendarIndex
  /** Close of business, `18:00:00`: working-day terms end then. */
  readonly dayEndsAt: string
  /** End of the day, `23:59:59`: natural-day terms end then. */
  readonly naturalDayEndsAt: string
}

interface Counted {
  readonly dueMs: number
  readonly provisional: boolean
  readonly proof: string[]
}

const MINUTE_MS = 60_000

/**
 * When a term ends (rules.md 3.4.3). The start day does not count; a natural-day, month or year term that ends on a rest
 * day moves to the first working day after it; make-up workdays count; hours and minutes run from the moment, day and
 * night; `sameWorkday` ends at this day's close, or the next working day's when the start is on a rest day or not before
 * the close. Days that no notice covers are judged by the week and the fixed holidays, and the answer is `provisional`.
 */
export function dueOf(term: Term): Due {
  const startMs = msOf(term.startAt)
  const parts = lengthParts(term.length)
  const { dueMs, provisional, proof } = count(term, startMs, parts)
  return { dueAt: instantOf(dueMs), provisional, calendarVersion: term.calendar.version, proof }
}

function count(term: Term, startMs: number, parts: LengthParts): Counted {
  switch (parts.unit) {
    case 'h':
      return countHours(startMs, startMs + parts.count * HOUR_MS, parts)
    case 'min':
      return countHours(startMs, startMs + parts.count * MINUTE_MS, parts)
    case 'wd':
      return countWorkdays(term, startMs, parts)
    case 'sameWorkday':
      return countSameWorkday(term, startMs, parts)
    case 'd':
      return countNaturalDays(term, startMs, parts, dayNumberAt(startMs) + parts.count)
    case 'mo':
      return countMonths(term, startMs, parts, parts.count)
    case 'y':
      return countMonths(term, startMs, parts, parts.count * 12)
  }
}

function countHours(startMs: number, dueMs: number, parts: LengthParts): Counted {
  return { dueMs, provisional: false, proof: [hourStartLine(startMs), lengthLine(parts), dueLine(dueMs, 'hours')] }
}

function countWorkdays({ calendar, dayEndsAt }: Term, startMs: number, parts: LengthParts): Counted {
  const firstDay = dayNumberAt(startMs) + 1
  const dueDay = workdayAfter(calendar, firstDay - 1, parts.count)
  const dueMs = startOfDayMs(dueDay) + timeOfDayMs(dayEndsAt)
  const provisional = !isCovered(calendar, firstDay) || !isCovered(calendar, dueDay)
  const proof = [
    dayStartLine(startMs),
    lengthLine(parts),
    ...countLines(calendar, firstDay, dueDay),
    dueLine(dueMs, 'business'),
    ...calendarLines(calendar, provisional),
  ]
  return { dueMs, provisional, proof }
}

function countSameWorkday({ calendar, dayEndsAt }: Term, startMs: number, parts: LengthParts): Counted {
  const startDay = dayNumberAt(startMs)
  const closeMs = timeOfDayMs(dayEndsAt)
  const isOpen = isWorkday(calendar, startDay) && startMs < startOfDayMs(startDay) + closeMs
  const dueDay = isOpen ? startDay : workdayAfter(calendar, startDay, 1)
  const dueMs = startOfDayMs(dueDay) + closeMs
  const provisional = !isCovered(calendar, startDay) || !isCovered(calendar, dueDay)
  const proof = [
    sameWorkdayStartLine(calendar, startMs, dueDay),
    lengthLine(parts),
    ...(isOpen ? [] : countLines(calendar, startDay + 1, dueDay)),
    dueLine(dueMs, 'business'),
    ...calendarLines(calendar, provisional),
  ]
  return { dueMs, provisional, proof }
}

function countNaturalDays(
  { calendar, naturalDayEndsAt }: Term,
  startMs: number,
  parts: LengthParts,
  endDay: number,
  monthLines: readonly string[] = [],
): Counted {
  const dueDay = workdayFrom(calendar, endDay)
  const dueMs = startOfDayMs(dueDay) + timeOfDayMs(naturalDayEndsAt)
  const provisional = !isCovered(calendar, endDay) || !isCovered(calendar, dueDay)
  const proof = [
    dayStartLine(startMs),
    lengthLine(parts),
    ...monthLines,
    ...rollLines(calendar, endDay, dueDay),
    dueLine(dueMs, 'day'),
    ...calendarLines(calendar, provisional),
  ]
  return { dueMs, provisional, proof }
}

function countMonths(term: Term, startMs: number, parts: LengthParts, months: number): Counted {
  const start = civilOf(dayNumberAt(startMs))
  const monthsFromZero = start.year * 12 + start.month - 1 + months
  const year = Math.floor(monthsFromZero / 12)
  const month = (monthsFromZero % 12) + 1
  const day = Math.min(start.day, daysOfMonth(year, month))
  const endDay = dayNumber(year, month, day)
  return countNaturalDays(term, startMs, parts, endDay, day === start.day ? [] : [monthEndLine(endDay)])
}
