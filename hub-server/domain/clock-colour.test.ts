import { describe, expect, test } from 'vitest'
import { shippedCalendar as calendar, shippedProfile as profile } from '../../test/support/rule-documents.ts'
import type { Length } from '../contract/clock.ts'
import { instantOf, msOf } from '../contract/instant.ts'
import { colourTimes, timeColourAt } from './clock-colour.ts'
import { dueOf } from './deadline.ts'
import { startClock } from './start-clock.ts'

function colours(startAt: string, length: Length): string[] {
  const { dueAt } = dueOf({ startAt, length, calendar, dayEndsAt: '18:00:00', naturalDayEndsAt: '23:59:59' })
  const { blueMs, yellowMs } = colourTimes({
    startMs: msOf(startAt),
    dueMs: msOf(dueAt),
    length,
    calendar,
    colours: profile.colours,
  })
  return [blueMs, yellowMs].map((ms) => instantOf(ms))
}

/** rules.md 3.5, time axis. */
describe('a clock turns blue and yellow by what is left', () => {
  test('hour clocks at half and at a fifth', () => {
    expect(colours('2026-11-25T10:00:00+08:00', '10h')).toEqual([
      '2026-11-25T15:00:00+08:00',
      '2026-11-25T18:00:00+08:00',
    ])
    expect(colours('2026-11-25T10:00:00+08:00', '10min')).toEqual([
      '2026-11-25T10:05:00+08:00',
      '2026-11-25T10:08:00+08:00',
    ])
  })

  test('clocks of one working day and of the same working day at half and at a fifth of the time to the close', () => {
    expect(colours('2026-11-25T18:00:00+08:00', '1wd')).toEqual([
      '2026-11-26T06:00:00+08:00',
      '2026-11-26T13:12:00+08:00',
    ])
    expect(colours('2026-11-25T08:00:00+08:00', 'sameWorkday')).toEqual([
      '2026-11-25T13:00:00+08:00',
      '2026-11-25T16:00:00+08:00',
    ])
  })

  test('two to four working days: blue on the working day before the due day, yellow as the due day begins', () => {
    expect(colours('2026-11-25T10:00:00+08:00', '3wd')).toEqual([
      '2026-11-27T00:00:00+08:00',
      '2026-11-30T00:00:00+08:00',
    ])
    expect(colours('2026-09-29T10:00:00+08:00', '2wd')).toEqual([
      '2026-09-30T00:00:00+08:00',
      '2026-10-08T00:00:00+08:00',
    ])
  })

  test('five working days and more: blue with two left before the due day, yellow with one', () => {
    expect(colours('2026-09-30T10:00:00+08:00', '5wd')).toEqual([
      '2026-10-10T00:00:00+08:00',
      '2026-10-12T00:00:00+08:00',
    ])
    expect(colours('2026-11-20T10:00:00+08:00', '15d')).toEqual([
      '2026-12-03T00:00:00+08:00',
      '2026-12-04T00:00:00+08:00',
    ])
  })

  test('thirty days and more, months too: blue with seven days left, yellow with three', () => {
    expect(colours('2026-08-04T10:00:00+08:00', '60d')).toEqual([
      '2026-10-01T00:00:00+08:00',
      '2026-10-05T00:00:00+08:00',
    ])
    expect(colours('2026-10-10T10:00:00+08:00', '30wd')).toEqual([
      '2026-11-13T00:00:00+08:00',
      '2026-11-17T00:00:00+08:00',
    ])
    expect(colours('2026-03-10T10:00:00+08:00', '1mo')).toEqual([
      '2026-04-03T00:00:00+08:00',
      '2026-04-07T00:00:00+08:00',
    ])
  })

  test('never before the start', () => {
    expect(colours('2026-11-25T20:00:00+08:00', '2wd')).toEqual([
      '2026-11-26T00:00:00+08:00',
      '2026-11-27T00:00:00+08:00',
    ])
    expect(colours('2026-09-30T20:00:00+08:00', '1d')[0]! >= '2026-09-30T20:00:00+08:00').toBe(true)
  })
})

describe('the colour at a moment', () => {
  const at = (kind: 'acknowledge' | 'handle', now: string) =>
    timeColourAt(
      startClock({
        kind,
        urgency: 'normal',
        appealKind: 'help',
        startAt: '2026-11-25T18:00:00+08:00',
        profile,
        calendar,
      }),
      now,
      profile.colours.pastDue.value,
    )

  test('goes from none over blue and yellow to red for an overdue handling', () => {
    expect(at('handle', '2026-11-29T23:59:59+08:00')).toBeUndefined()
    expect(at('handle', '2026-11-30T00:00:00+08:00')).toBe('blue')
    expect(at('handle', '2026-12-01T00:00:00+08:00')).toBe('yellow')
    expect(at('handle', '2026-12-02T18:00:00+08:00')).toBe('yellow')
    expect(at('handle', '2026-12-02T18:00:01+08:00')).toBe('red')
  })

  test('stays yellow for an acknowledgement past due', () => {
    expect(at('acknowledge', '2026-11-26T18:00:01+08:00')).toBe('yellow')
  })
})
