import { z } from 'zod'
import { dateOfDay, dayNumber, daysOfMonth, twoDigits, type CivilDate } from './civil-date.ts'

/**
 * A moment in the one canonical form of every layer: `2026-11-22T09:00:00+08:00`, with `.SSS` only when the
 * milliseconds are not zero. Always `+08:00` (China keeps no summer time).
 */
export type Instant = string

/** Milliseconds in an hour. */
export const HOUR_MS = 3_600_000

/** Milliseconds in a day of the clock. */
export const DAY_MS = 86_400_000

const SHANGHAI_MS = 8 * HOUR_MS

const ISO_TIME =
  /^(\d{4})-(\d{2})-(\d{2})[Tt](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(?:[Zz]|([+-])(\d{2}):?(\d{2})?)$/

/** The earliest and the latest moment the hub keeps: whole years that no offset can push out of four digits. */
const FIRST_MS = Date.UTC(1900, 0, 1)
const LAST_MS = Date.UTC(2999, 11, 31)

/** The canonical instant of milliseconds since 1970 (UTC). Parts of a millisecond are cut off. */
export function instantOf(ms: number): Instant {
  const local = Math.floor(ms) + SHANGHAI_MS
  const day = Math.floor(local / DAY_MS)
  const inDay = local - day * DAY_MS
  const seconds = Math.floor(inDay / 1000)
  const millis = inDay - seconds * 1000
  const minutes = Math.floor(seconds / 60)
  const clock = `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`
  const fraction = millis === 0 ? '' : `.${String(millis).padStart(3, '0')}`
  return `${dateOfDay(day)}T${clock}${fraction}+08:00`
}

/** Milliseconds since 1970 (UTC) of a canonical instant. Text from outside goes through `instantSchema` first. */
export function msOf(instant: Instant): number {
  const midnight = dayNumber(digits(instant, 0, 4), digits(instant, 5, 2), digits(instant, 8, 2)) * DAY_MS
  const seconds = digits(instant, 11, 2) * 3600 + digits(instant, 14, 2) * 60 + digits(instant, 17, 2)
  const millis = instant.length > 25 ? digits(instant, 20, 3) : 0
  return midnight + seconds * 1000 + millis - SHANGHAI_MS
}

/** The day in China of a canonical instant, as `2026-11-22`. */
export function dayOf(instant: Instant): CivilDate {
  return instant.slice(0, 10)
}

/** The day number (days since 1970-01-01) in China of a moment. */
export function dayNumberAt(ms: number): number {
  return Math.floor((ms + SHANGHAI_MS) / DAY_MS)
}

/** The moment in milliseconds when a day begins in China. */
export function startOfDayMs(day: number): number {
  return day * DAY_MS - SHANGHAI_MS
}

/** A time of the day, `18:00:00`, in milliseconds after midnight. */
export function timeOfDayMs(time: string): number {
  return (digits(time, 0, 2) * 3600 + digits(time, 3, 2) * 60 + digits(time, 6, 2)) * 1000
}

/** Any ISO 8601 time with an offset or `Z`, turned into the canonical form. */
export const instantSchema = z
  .string()
  .refine((text) => canonicalOf(text) !== undefined, {
    error: 'must be a time in ISO 8601 with its offset, like 2026-11-22T09:00:00+08:00',
    abort: true,
  })
  .overwrite((text) => canonicalOf(text) ?? text)
  .meta({ format: 'date-time', examples: ['2026-11-22T09:00:00+08:00'] })

function canonicalOf(text: string): Instant | undefined {
  const parts = ISO_TIME.exec(text)
  if (parts === null) return undefined
  const [, year, month, day, hour, minute, second = '0', fraction = '', sign, offsetHour = '0', offsetMinute = '0'] =
    parts.map((part: string | undefined) => part)
  const date = { year: Number(year), month: Number(month), day: Number(day) }
  const time = { hour: Number(hour), minute: Number(minute), second: Number(second) }
  const offset = { hour: Number(offsetHour), minute: Number(offsetMinute) }
  const inRange =
    date.month >= 1 &&
    date.month <= 12 &&
    date.day >= 1 &&
    date.day <= daysOfMonth(date.year, date.month) &&
    time.hour <= 23 &&
    time.minute <= 59 &&
    time.second <= 59 &&
    offset.hour <= 14 &&
    offset.minute <= 59
  if (!inRange) return undefined
  const offsetMs = (offset.hour * 60 + offset.minute) * 60_000 * (sign === '-' ? -1 : 1)
  const clockMs =
    (time.hour * 3600 + time.minute * 60 + time.second) * 1000 + Number(fraction.padEnd(3, '0').slice(0, 3))
  const ms = dayNumber(date.year, date.month, date.day) * DAY_MS + clockMs - offsetMs
  return ms >= FIRST_MS && ms <= LAST_MS ? instantOf(ms) : undefined
}

function digits(text: string, from: number, count: number): number {
  let value = 0
  for (let at = from; at < from + count; at += 1) value = value * 10 + text.charCodeAt(at) - 48
  return value
}
