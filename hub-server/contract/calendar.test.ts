import { expect, test } from 'vitest'
import { ruleDocument } from '../../test/support/rule-documents.ts'
import { workCalendarSchema } from './calendar.ts'

const right = {
  version: 'test.1',
  source: 'a notice',
  coveredFrom: '2026-01-01',
  coveredUntil: '2026-12-31',
  fixedHolidays: [{ monthDay: '10-01', name: '国庆节' }],
  holidays: [{ date: '2026-10-01', name: '国庆节', statutory: true }],
  makeUpWorkdays: [{ date: '2026-10-10', name: '国庆节' }],
}

function mistakes(calendar: unknown): string[] {
  const { error } = workCalendarSchema.safeParse(calendar)
  return (error?.issues ?? []).map(({ path, message }) => `${path.join('.')}: ${message}`)
}

test('the shipped calendar is whole and holds the swaps of 2024 to 2026', () => {
  const calendar = workCalendarSchema.parse(ruleDocument('calendar'))
  expect([calendar.version, calendar.coveredFrom, calendar.coveredUntil]).toEqual([
    'cn-2026.1',
    '2024-01-01',
    '2026-12-31',
  ])
  const makeUp = calendar.makeUpWorkdays.map(({ date }) => date)
  expect(makeUp.filter((date) => date.startsWith('2026'))).toEqual([
    '2026-01-04',
    '2026-02-14',
    '2026-02-28',
    '2026-05-09',
    '2026-09-20',
    '2026-10-10',
  ])
  expect(makeUp.filter((date) => date.startsWith('2025'))).toEqual([
    '2025-01-26',
    '2025-02-08',
    '2025-04-27',
    '2025-09-28',
    '2025-10-11',
  ])
  for (const [year, days] of [
    ['2024', 11],
    ['2025', 13],
    ['2026', 13],
  ] as const) {
    expect(calendar.holidays.filter(({ date, statutory }) => date.startsWith(year) && statutory === true)).toHaveLength(
      days,
    )
  }
})

test('a right calendar has no mistakes', () => {
  expect(mistakes(right)).toEqual([])
})

test('every mistake is listed at once, each with its place', () => {
  const wrong = {
    ...right,
    source: undefined,
    holidays: [
      { date: '2026-10-02', name: '国庆节' },
      { date: '2026-10-01', name: '国庆节' },
      { date: '2026-10-10', name: '国庆节' },
      { date: '2026-10-10', name: '国庆节' },
      { date: '2026-02-30', name: ' ' },
      { date: '2027-01-01', name: '元旦' },
    ],
    makeUpWorkdays: [
      { date: '2026-10-10', name: '国庆节' },
      { date: '2026-10-12', name: '国庆节' },
    ],
  }
  expect(mistakes(wrong)).toEqual([
    'source: Invalid input: expected string, received undefined',
    'holidays.4.date: must be a real date written like 2026-11-22',
    'holidays.4.name: must not be empty',
    'holidays.1.date: 2026-10-01 stands after 2026-10-02: dates must be in order',
    'holidays.3.date: 2026-10-10 is listed twice',
    'holidays.5.date: 2027-01-01 lies outside the covered range',
    'makeUpWorkdays.0.date: 2026-10-10 is also a holiday',
    'makeUpWorkdays.1.date: 2026-10-12 is not a Saturday or Sunday',
  ])
})

test('a range that ends before it begins, and a fixed holiday that is no day, are mistakes', () => {
  const wrong = {
    ...right,
    coveredUntil: '2025-12-31',
    fixedHolidays: [{ monthDay: '02-30', name: '无' }],
    holidays: [],
    makeUpWorkdays: [],
  }
  expect(mistakes(wrong)).toEqual([
    'fixedHolidays.0.monthDay: must be a month and day written like 10-01',
    'coveredUntil: is before coveredFrom 2026-01-01',
  ])
})

test.each([{ document: null }, { document: 'calendar' }, { document: [] }, {}])(
  '$document is no calendar and says so',
  ({ document }) => {
    expect(mistakes(document)[0]).toContain('Invalid input')
  },
)
