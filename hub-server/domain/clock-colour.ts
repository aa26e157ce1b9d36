import { lengthParts, type Clock, type Length } from '../contract/clock.ts'
import { DAY_MS, dayNumberAt, startOfDayMs, type Instant } from '../contract/instant.ts'
import type { ColourRule, RuleProfile } from '../contract/profile.ts'
import type { AlertColour } from '../contract/vocabulary.ts'
import { workdayBefore, type CalendarIndex } from './work-calendar.ts'

interface Running {
  readonly startMs: number
  readonly dueMs: number
  readonly length: Length
  readonly calendar: CalendarIndex
  readonly colours: RuleProfile['colours']
}

/**
 * The moments at which a clock turns blue and yellow (rules.md 3.5, time axis), in milliseconds. A share is of the whole time
 * between start and due, rest days included. Days left count from the first moment of that day: `1wd` is 00:00 of the
 * working day before the due day, `0wd` is 00:00 of the due day. Never before the start, never after the due time.
 */
export function colourTimes(running: Running): { readonly blueMs: number; readonly yellowMs: number } {
  const rule = ruleFor(running)
  const blueMs = clamp(momentLeft(running, rule.blueLeft), running.startMs, running.dueMs)
  return { blueMs, yellowMs: clamp(momentLeft(running, rule.yellowLeft), blueMs, running.dueMs) }
}

/** The time-axis colour of a clock at a moment, if any. Redos and unhandled yellows are judged by the case. */
export function timeColourAt(
  clock: Pick<Clock, 'kind' | 'blueAt' | 'yellowAt' | 'dueAt'>,
  now: Instant,
  pastDue: RuleProfile['colours']['pastDue']['value'],
): AlertColour | undefined {
  if (now > clock.dueAt) return pastDue[clock.kind]
  if (now >= clock.yellowAt) return 'yellow'
  return now >= clock.blueAt ? 'blue' : undefined
}

function ruleFor({ length, colours }: Running): ColourRule {
  const { count, unit } = lengthParts(length)
  if (unit === 'h' || unit === 'min' || unit === 'sameWorkday') return colours.hourClocks.value
  const days = count * (unit === 'mo' ? 30 : unit === 'y' ? 365 : 1)
  return colours.dayClocks.value.findLast(({ fromDays }) => fromDays <= days) ?? colours.hourClocks.value
}

function momentLeft({ startMs, dueMs, calendar }: Running, left: ColourRule['blueLeft']): number {
  const count = Number.parseInt(left, 10)
  if (left.endsWith('%')) return Math.floor(dueMs - ((dueMs - startMs) * count) / 100)
  const dueDay = dayNumberAt(dueMs)
  return left.endsWith('wd')
    ? startOfDayMs(workdayBefore(calendar, dueDay, count))
    : startOfDayMs(dueDay) - count * DAY_MS
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}
