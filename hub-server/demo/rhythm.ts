/** When an office works and when people call. Shares and hours are choices of the demonstration (rules.md 7.4 gives day totals only). */
import { DAY_MS, dayNumberAt, HOUR_MS, startOfDayMs } from '../contract/instant.ts'
import { isWorkday, type CalendarIndex } from '../domain/work-calendar.ts'
import type { Chance } from './chance.ts'

export const MINUTE_MS = 60_000

/** Office hours of a working day, in minutes after midnight. */
const officeHours = [
  [8 * 60 + 30, 12 * 60],
  [14 * 60 + 30, 17 * 60 + 30],
] as const

/** Appeals by the hour: two peaks of the office day, and an evening when people are at home. */
const hourWeights = [2, 1, 1, 1, 1, 2, 6, 16, 40, 62, 58, 38, 20, 26, 42, 54, 50, 36, 26, 30, 28, 18, 9, 4] as const
const restDayShare = 0.62
/** Every day is a little different, and some days it rains. */
const quietest = 0.82
const busiest = 1.22
const stormChance = 0.04
const stormFactor = 1.9

/** The moments at which `count` appeals come in between two moments, in order, in milliseconds. */
export function arrivalTimes(
  chance: Chance,
  calendar: CalendarIndex,
  { fromMs, untilMs, count }: { readonly fromMs: number; readonly untilMs: number; readonly count: number },
): number[] {
  const hours: { readonly startMs: number; readonly upTo: number }[] = []
  let total = 0
  for (let day = dayNumberAt(fromMs); day <= dayNumberAt(untilMs); day += 1) {
    const ofDay =
      (isWorkday(calendar, day) ? 1 : restDayShare) *
      chance.between(quietest, busiest) *
      (chance.of(stormChance) ? stormFactor : 1)
    for (const [hour, weight] of hourWeights.entries()) {
      const startMs = startOfDayMs(day) + hour * HOUR_MS
      const share = Math.max(0, Math.min(startMs + HOUR_MS, untilMs) - Math.max(startMs, fromMs)) / HOUR_MS
      if (share === 0) continue
      total += ofDay * weight * share
      hours.push({ startMs, upTo: total })
    }
  }
  return Array.from({ length: count }, () => {
    const hour = firstReaching(hours, chance.next() * total)
    const least = Math.max(hour, fromMs)
    return Math.floor(chance.between(least, Math.min(hour + HOUR_MS, untilMs)))
  }).toSorted((a, b) => a - b)
}

function firstReaching(hours: readonly { readonly startMs: number; readonly upTo: number }[], target: number): number {
  let low = 0
  let high = hours.length - 1
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((hours[middle]?.upTo ?? 0) > target) high = middle
    else low = middle + 1
  }
  return hours[low]?.startMs ?? 0
}

/** The moment when so much office time has passed after another. */
export function officeTimeAfter(calendar: CalendarIndex, fromMs: number, officeMs: number): number {
  let left = officeMs
  for (let day = dayNumberAt(fromMs); ; day += 1) {
    if (!isWorkday(calendar, day)) continue
    for (const [opens, closes] of officeHours) {
      const startMs = Math.max(startOfDayMs(day) + opens * MINUTE_MS, fromMs)
      const endMs = startOfDayMs(day) + closes * MINUTE_MS
      if (endMs <= startMs) continue
      if (left <= endMs - startMs) return startMs + left
      left -= endMs - startMs
    }
  }
}

/** The moment itself in the hours when one may call people, else some time after the next begin of them. */
export function callingTimeFrom(chance: Chance, ms: number): number {
  const midnight = startOfDayMs(dayNumberAt(ms))
  const opens = midnight + 8.5 * HOUR_MS
  const spread = chance.between(0, 1.5 * HOUR_MS)
  if (ms < opens) return opens + spread
  return ms < midnight + 20 * HOUR_MS ? ms : opens + DAY_MS + spread
}
