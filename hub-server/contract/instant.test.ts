import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { civilOf, dateOfDay, dayOfDate } from './civil-date.ts'
import { dayNumberAt, dayOf, instantOf, instantSchema, msOf, startOfDayMs, timeOfDayMs } from './instant.ts'

const anyMs = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 0, 1) })

describe('an instant', () => {
  test('is written in China time, with milliseconds only when there are some', () => {
    expect(instantOf(Date.UTC(2026, 10, 22, 1))).toBe('2026-11-22T09:00:00+08:00')
    expect(instantOf(Date.UTC(2026, 10, 22, 1, 0, 0, 7))).toBe('2026-11-22T09:00:00.007+08:00')
    expect(instantOf(Date.UTC(2026, 11, 31, 16))).toBe('2027-01-01T00:00:00+08:00')
  })

  test('agrees with the built-in calendar at every moment, and reads back as it was written', () => {
    fc.assert(
      fc.property(anyMs, (ms) => {
        const instant = instantOf(ms)
        expect(Date.parse(instant)).toBe(ms)
        expect(msOf(instant)).toBe(ms)
        expect(instantSchema.parse(instant)).toBe(instant)
        expect(dayOf(instant)).toBe(new Date(ms + 8 * 3_600_000).toISOString().slice(0, 10))
        expect(dateOfDay(dayNumberAt(ms))).toBe(dayOf(instant))
      }),
    )
  })

  test('sorts as text in the order of time, with and without milliseconds', () => {
    fc.assert(
      fc.property(anyMs, fc.integer({ min: -2000, max: 2000 }), (ms, step) => {
        expect(instantOf(ms) < instantOf(ms + step)).toBe(step > 0)
      }),
    )
  })

  test.each([
    ['2026-11-22T01:00:00Z', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22t01:00:00z', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00+08:00', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00:00+0800', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00:00+08', '2026-11-22T09:00:00+08:00'],
    ['2026-02-28T20:00:00.1239-05:00', '2026-03-01T09:00:00.123+08:00'],
    ['2026-11-22T09:00:00,5+08:00', '2026-11-22T09:00:00.500+08:00'],
    ['2024-02-29T23:59:59.000+08:00', '2024-02-29T23:59:59+08:00'],
  ])('%s is taken at the door as %s', (text, canonical) => {
    expect(instantSchema.parse(text)).toBe(canonical)
  })

  test.each([
    '2026-11-22T09:00:00',
    '2026-11-22',
    '2026-02-29T09:00:00+08:00',
    '2026-13-01T09:00:00+08:00',
    '2026-11-22T24:00:00+08:00',
    '2026-11-22T09:60:00+08:00',
    '2026-11-22T09:00:00+25:00',
    '0001-01-01T00:00:00Z',
    '2026-11-22 09:00:00+08:00',
    'now',
    '',
  ])('%j is refused at the door with the wanted form', (text) => {
    expect(instantSchema.safeParse(text).error?.issues.map(({ message }) => message)).toEqual([
      'must be a time in ISO 8601 with its offset, like 2026-11-22T09:00:00+08:00',
    ])
  })

  test('a time of the day and the start of a day give their milliseconds', () => {
    expect(timeOfDayMs('18:00:01')).toBe((18 * 3600 + 1) * 1000)
    expect(instantOf(startOfDayMs(dayOfDate('2026-02-28') + 1))).toBe('2026-03-01T00:00:00+08:00')
  })
})

describe('a date', () => {
  test('goes to its day number and back, leap years too', () => {
    fc.assert(
      fc.property(fc.integer({ min: -25_000, max: 380_000 }), (day) => {
        expect(dayOfDate(dateOfDay(day))).toBe(day)
        expect(civilOf(day).year).toBe(new Date(day * 86_400_000).getUTCFullYear())
      }),
    )
  })

  test.each(['2026-02-29', '2100-02-29', '2026-04-31', '2026-00-10', '2026-01-00', '2026-1-1', '20260101', ''])(
    '%j is no date',
    (text) => {
      expect(dayOfDate(text)).toBeNaN()
    },
  )

  test('29 February of a leap year is one', () => {
    expect(dateOfDay(dayOfDate('2028-02-29') + 1)).toBe('2028-03-01')
  })
})
