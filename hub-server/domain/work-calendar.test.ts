import { expect, test } from 'vitest'
import { shippedCalendar as calendar } from '../../test/support/rule-documents.ts'
import { dateOfDay, dayOfDate } from '../contract/civil-date.ts'
import { describeDay, isCovered, isWorkday, workdayAfter, workdayBefore, workdayFrom } from './work-calendar.ts'

function workdaysOf(year: number): number {
  let count = 0
  for (let day = dayOfDate(`${year}-01-01`); day <= dayOfDate(`${year}-12-31`); day += 1) {
    if (isWorkday(calendar, day)) count += 1
  }
  return count
}

test('2025 and 2026 have 248 working days each (rules.md 3.4.3)', () => {
  expect([workdaysOf(2025), workdaysOf(2026)]).toEqual([248, 248])
})

test.each([
  ['2026-11-25', 'workday', undefined],
  ['2026-11-28', 'weekend', undefined],
  ['2026-10-10', 'makeUpWorkday', '国庆节'],
  ['2026-10-03', 'holiday', '国庆节'],
  ['2026-03-08', 'weekend', undefined],
  ['2026-05-04', 'holiday', '劳动节'],
  ['2027-01-01', 'holiday', '元旦'],
  ['2027-02-08', 'workday', undefined],
] as const)('%s is a %s', (date, kind, name) => {
  const day = dayOfDate(date)
  expect(describeDay(calendar, day)).toEqual(name === undefined ? { kind } : { kind, name })
  expect(isWorkday(calendar, day)).toBe(kind === 'workday' || kind === 'makeUpWorkday')
})

test('half-day festivals such as 8 March are working days when they fall on one', () => {
  expect(isWorkday(calendar, dayOfDate('2024-03-08'))).toBe(true)
})

test('the covered range ends with the last notice', () => {
  expect(
    ['2023-12-31', '2024-01-01', '2026-12-31', '2027-01-01'].map((date) => isCovered(calendar, dayOfDate(date))),
  ).toEqual([false, true, true, false])
})

test('counting forward and back passes over rest days', () => {
  const eve = dayOfDate('2026-09-30')
  expect(dateOfDay(workdayAfter(calendar, eve, 1))).toBe('2026-10-08')
  expect(workdayBefore(calendar, dayOfDate('2026-10-08'), 1)).toBe(eve)
  expect(workdayAfter(calendar, eve, 0)).toBe(eve)
  expect(dateOfDay(workdayFrom(calendar, dayOfDate('2026-10-01')))).toBe('2026-10-08')
  expect(workdayFrom(calendar, eve)).toBe(eve)
})
