import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workCalendarSchema } from '../../../hub-server/contract/calendar.ts'
import { dateOfDay } from '../../../hub-server/contract/civil-date.ts'
import type { Length } from '../../../hub-server/contract/clock.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { bendsOf, dayRulerCells, type DayCell } from './day-ruler-cells.ts'

const file = join(import.meta.dirname, '../../../resources/reference/calendar.json')
const calendar = workCalendarSchema.parse(JSON.parse(readFileSync(file, 'utf8')))

function cellsOf(start: string, length: Length, due: string, now = `${start}T10:00:00+08:00`): readonly DayCell[] {
  const clock = { startedAt: `${start}T09:40:00+08:00`, dueAt: `${due}T18:00:00+08:00`, length }
  const cells = dayRulerCells(clock, calendar, msOf(now))
  if (cells === null) throw new Error('no ruler')
  return cells
}

const numbered = (cells: readonly DayCell[]) =>
  cells.flatMap(({ day, number }) => (number === null ? [] : [`${dateOfDay(day)} ${number}`]))

test('the ruler over the National Day of 2026 counts the make-up Saturday and passes over seven days of rest and a Sunday', () => {
  const cells = cellsOf('2026-09-30', '5wd', '2026-10-13', '2026-10-12T14:24:00+08:00')
  expect(cells).toHaveLength(14)
  expect(numbered(cells)).toEqual(['2026-10-08 1', '2026-10-09 2', '2026-10-10 3', '2026-10-12 4', '2026-10-13 5'])
  expect(cells.map(({ kind }) => kind[0]).join('')).toBe('srrrrrrrcccrcc')
  expect(cells.slice(1, 8).every(({ name }) => name === '国庆节')).toBe(true)
  expect(cells.filter(({ makeUp }) => makeUp).map(({ day }) => dateOfDay(day))).toEqual(['2026-10-10'])
  expect(bendsOf(cells)).toEqual([{ name: '国庆节', makeUp: true }])
  expect(cells.find(({ today }) => today)?.used).toBeCloseTo(0.6)
  expect(cells.map(({ used }) => Math.ceil(used)).join('')).toBe('11111111111110')
  expect(cells.filter(({ due }) => due).map(({ day }) => dateOfDay(day))).toEqual(['2026-10-13'])
})

// The published vectors of the working calendar (rules.md 3.4.3): what the ruler numbers must be what the hub counted.
test.each<[string, Length, string]>([
  ['2026-09-30', '5wd', '2026-10-13'],
  ['2026-02-13', '5wd', '2026-02-27'],
  ['2026-04-30', '5wd', '2026-05-11'],
  ['2026-09-18', '2wd', '2026-09-21'],
  ['2026-01-01', '1wd', '2026-01-04'],
  ['2026-11-20', '15wd', '2026-12-11'],
])('from %s a term of %s ends with its last number on %s', (start, length, due) => {
  const counted = cellsOf(start, length, due).filter(({ number }) => number !== null)
  expect(counted).toHaveLength(Number.parseInt(length, 10))
  expect(counted.at(-1)).toMatchObject({ number: Number.parseInt(length, 10), due: true })
})

test('fifteen natural days count rest days too, and the move past the holiday stands behind the last of them', () => {
  const cells = cellsOf('2026-09-20', '15d', '2026-10-08')
  expect(numbered(cells).at(-1)).toBe('2026-10-05 15')
  expect(cells.slice(-3).map(({ kind, number, due }) => [kind, number, due])).toEqual([
    ['rest', null, false],
    ['rest', null, false],
    ['counted', null, true],
  ])
})

test('over twenty days each block of rest is one cell that says how long it is', () => {
  const cells = cellsOf('2026-09-11', '19wd', '2026-10-14')
  expect(cells.filter(({ kind }) => kind === 'rest').map(({ days }) => days)).toEqual([2, 1, 3, 7, 1])
  expect(cells.filter(({ number }) => number !== null)).toHaveLength(19)
})

test('days that no notice covers are marked', () => {
  const cells = cellsOf('2026-12-25', '5wd', '2027-01-04')
  expect(cells.filter(({ uncovered }) => uncovered).map(({ day }) => dateOfDay(day))[0]).toBe('2027-01-01')
  expect(cells.at(-1)).toMatchObject({ number: 5, due: true, uncovered: true })
})

test('a clock of hours has no days to draw', () => {
  const clock = { startedAt: '2026-10-01T09:00:00+08:00', dueAt: '2026-10-02T09:00:00+08:00', length: '24h' } as const
  expect(dayRulerCells(clock, calendar, msOf(clock.startedAt))).toBeNull()
})
