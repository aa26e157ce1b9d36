import { z } from 'zod'

/** A day of the calendar as `2026-11-22`, always four, two and two digits. */
export type CivilDate = string

/**
 * Days from 1970-01-01 to a date of the Gregorian calendar. The caller answers for the month (1–12) and the day.
 * Whole arithmetic, because this runs for every due time that is computed.
 */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The year, month (1–12) and day of a day number. */
export function civilOf(day: number): { readonly year: number; readonly month: number; readonly day: number } {
  const shifted = day + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  }
}

/** The date `2026-11-22` of a day number (years 0–9999). */
export function dateOfDay(dayNumberOfDate: number): CivilDate {
  const { year, month, day } = civilOf(dayNumberOfDate)
  return `${year < 1000 ? String(year).padStart(4, '0') : String(year)}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The day number of `2026-11-22`; NaN when the text is no such date, as for `2026-02-30`. */
export function dayOfDate(date: CivilDate): number {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return Number.NaN
  const year = Number(date.slice(0, 4))
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  return day >= 1 && month >= 1 && month <= 12 && day <= daysOfMonth(year, month)
    ? dayNumber(year, month, day)
    : Number.NaN
}

/** How many days a month (1–12) has. */
export function daysOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** 0 for a Sunday to 6 for a Saturday. */
export function weekdayOf(dayNumberOfDate: number): number {
  return (((dayNumberOfDate + 4) % 7) + 7) % 7
}

/** A number below 100 with its leading zero. */
export function twoDigits(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value)
}

/** A real date of the calendar, written `2026-11-22`. */
export const civilDateSchema = z
  .string()
  .refine((date) => !Number.isNaN(dayOfDate(date)), { error: 'must be a real date written like 2026-11-22' })
  .meta({ format: 'date', examples: ['2026-11-22'] })
