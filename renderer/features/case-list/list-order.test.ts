import { expect, test } from 'vitest'
import type { CaseRow, RowClock } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { DeskQueue } from '../../hub/desk-queue.ts'
import { listItems } from './list-items.ts'
import { daysOf, followRows, insertWaiting, placeRows, type ListState } from './list-order.ts'
import { shiftOf } from './use-still-view.ts'

/** The Monday after the National Day of 2026. */
const days = daysOf(msOf('2026-10-12T14:26:08+08:00'))

const clock = (dueAt: string): RowClock => ({
  kind: 'handle',
  dueAt,
  warnAt: dueAt,
  yellowAt: dueAt,
  provisional: false,
})

function rowOf(id: string, due: string | null, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id,
    caseCode: `HS261012-${id}`,
    version: 1,
    state: 'handling',
    kind: 'complaint',
    channel: 'web',
    urgency: 'normal',
    title: id,
    divisionCode: '430903101001',
    place: '赫山街道',
    category: null,
    leadUnit: null,
    assistCount: 0,
    holder: '430903000000',
    registeredAt: '2026-10-01T08:00:00+08:00',
    clocks: due === null ? [] : [clock(due)],
    alert: null,
    queues: ['handling'],
    redoCount: 0,
    returnCount: 0,
    allowed: [],
    ...change,
  }
}

const boardOf = (...rows: CaseRow[]) => new Map(rows.map((row) => [row.id, row]))
const placed = (state: ListState) => state.placed.map(({ id, section }) => `${section} ${id}`)
const ids = (state: ListState) => state.placed.map(({ id }) => id)
const red = (state: 'unacknowledged' | 'acknowledged', since: string): Pick<CaseRow, 'alert'> => ({
  alert: { colour: 'red', axis: 'time', state, since },
})

test('rows stand by what falls due next, under the day it falls on', () => {
  const board = boardOf(
    rowOf('later', '2026-10-19T09:00:00+08:00'),
    rowOf('sunday', '2026-10-18T23:59:59+08:00'),
    rowOf('tomorrow', '2026-10-13T18:00:00+08:00'),
    rowOf('midnight', '2026-10-13T00:00:00+08:00'),
    rowOf('tonight', '2026-10-12T23:59:59+08:00'),
    rowOf('past', '2026-10-12T09:00:00+08:00'),
    rowOf('none', null),
  )
  expect(placed(placeRows(board, 'handling', days))).toEqual([
    'today past',
    'today tonight',
    'tomorrow midnight',
    'tomorrow tomorrow',
    'week sunday',
    'later later',
    'none none',
  ])
})

test('red stands first whatever falls due: unacknowledged before acknowledged, then as it turned red', () => {
  const board = boardOf(
    rowOf('soon', '2026-10-12T15:00:00+08:00'),
    rowOf('seen', '2026-10-11T15:00:00+08:00', red('acknowledged', '2026-10-11T15:00:00+08:00')),
    rowOf('second', '2026-10-20T15:00:00+08:00', red('unacknowledged', '2026-10-12T14:00:00+08:00')),
    rowOf('first', '2026-10-30T15:00:00+08:00', red('unacknowledged', '2026-10-12T13:00:00+08:00')),
  )
  expect(placed(placeRows(board, 'handling', days))).toEqual(['red first', 'red second', 'red seen', 'today soon'])
})

test('on a Sunday tomorrow is already next week, and nothing is due this week beyond it', () => {
  const sunday = daysOf(msOf('2026-10-18T12:00:00+08:00'))
  const board = boardOf(rowOf('monday', '2026-10-19T12:00:00+08:00'), rowOf('tuesday', '2026-10-20T12:00:00+08:00'))
  expect(placed(placeRows(board, 'handling', sunday))).toEqual(['tomorrow monday', 'later tuesday'])
})

test('new rows never push: they are counted until they are asked for', () => {
  const before = boardOf(rowOf('b', '2026-10-13T18:00:00+08:00'), rowOf('c', '2026-10-14T18:00:00+08:00'))
  const after = new Map([...before, ['a', rowOf('a', '2026-10-12T15:00:00+08:00')]])
  const list = followRows(placeRows(before, 'handling', days), after, 'handling', days)
  expect([ids(list), list.arrived]).toEqual([['b', 'c'], 1])
  const inserted = insertWaiting(list)
  expect([ids(inserted), inserted.arrived]).toEqual([['a', 'b', 'c'], 0])
})

test('a row that is due sooner or turned red stays under the eyes until asked, and is counted', () => {
  const before = boardOf(rowOf('a', '2026-10-12T15:00:00+08:00'), rowOf('b', '2026-10-14T18:00:00+08:00'))
  const turned = rowOf('b', '2026-10-14T18:00:00+08:00', red('unacknowledged', '2026-10-12T14:00:00+08:00'))
  const list = followRows(placeRows(before, 'handling', days), boardOf(before.get('a')!, turned), 'handling', days)
  expect([ids(list), [...list.moved], list.rows.get('b')]).toEqual([['a', 'b'], ['b'], turned])
  expect(ids(insertWaiting(list))).toEqual(['b', 'a'])
})

test('a row whose order is again what it was placed by no longer counts as moved', () => {
  const before = boardOf(rowOf('a', '2026-10-12T15:00:00+08:00'), rowOf('b', '2026-10-14T18:00:00+08:00'))
  const sooner = boardOf(before.get('a')!, rowOf('b', '2026-10-12T14:00:00+08:00'))
  const moved = followRows(placeRows(before, 'handling', days), sooner, 'handling', days)
  expect(moved.moved.size).toBe(1)
  const back = boardOf(before.get('a')!, rowOf('b', '2026-10-14T18:00:00+08:00'))
  expect(followRows(moved, back, 'handling', days).moved.size).toBe(0)
})

test('a row that leaves the queue goes at once, whatever waits', () => {
  const before = boardOf(rowOf('a', '2026-10-12T15:00:00+08:00'), rowOf('b', '2026-10-14T18:00:00+08:00'))
  const gone = rowOf('a', '2026-10-12T15:00:00+08:00', { state: 'pendingReview', queues: ['review'] })
  const list = followRows(placeRows(before, 'handling', days), boardOf(gone, before.get('b')!), 'handling', days)
  expect([ids(list), list.arrived]).toEqual([['b'], 0])
})

test('a change of another queue changes nothing of this one', () => {
  const before = boardOf(rowOf('a', '2026-10-12T15:00:00+08:00'))
  const list = placeRows(before, 'handling', days)
  const other = rowOf('x', '2026-10-12T15:00:00+08:00', { queues: ['triage'] })
  const next = followRows(list, new Map([...before, ['x', other]]), 'handling', days)
  expect(next.placed).toBe(list.placed)
  expect(next.rows).toBe(list.rows)
  expect(followRows(next, next.source, 'handling', days)).toBe(next)
})

test('an empty list takes its first rows at once, and midnight places all anew', () => {
  const empty = placeRows(new Map(), 'handling', days)
  const board = boardOf(rowOf('a', '2026-10-13T15:00:00+08:00'))
  const filled = followRows(empty, board, 'handling', days)
  expect(placed(filled)).toEqual(['tomorrow a'])
  const nextDay = daysOf(msOf('2026-10-13T00:00:00+08:00'))
  expect(placed(followRows(filled, board, 'handling', nextDay))).toEqual(['today a'])
})

test('what waits for me is what I may do next, and all open is every row that stands in a queue', () => {
  const board = boardOf(
    rowOf('toTriage', null, { state: 'registered', queues: ['triage'], allowed: ['accept', 'note'] }),
    rowOf('notMine', null, { allowed: ['note', 'urge'] }),
    rowOf('mine', null, { allowed: ['submit'] }),
    rowOf('ended', null, { state: 'closed', queues: [], allowed: ['note'] }),
  )
  const inQueue = (queue: DeskQueue) => ids(placeRows(board, queue, days)).sort()
  expect(inQueue('mine')).toEqual(['mine', 'toTriage'])
  expect(inQueue('open')).toEqual(['mine', 'notMine', 'toTriage'])
})

test('what comes or goes above the view moves the view by as much, and nothing else does', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id) => rowOf(id, `2026-10-13T1${String('abcd'.indexOf(id))}:00:00+08:00`))
  const list = placeRows(boardOf(...rows), 'handling', days)
  const without = (id: string) => listItems({ placed: list.placed.filter((each) => each.id !== id) }, 'standard')
  const all = listItems(list, 'standard')
  // Section 0–28, then rows of 48: c stands at 124.
  expect(shiftOf(all, without('a'), 124)).toBe(-48)
  expect(shiftOf(all, without('d'), 124)).toBe(0)
  // The row at the top of the view itself left: the next one stands where it stood.
  expect(shiftOf(all, without('c'), 124)).toBe(-48)
})

test('ten thousand rows are placed and followed within a few frames', () => {
  const rows = Array.from({ length: 10_000 }, (_, n) => {
    const minute = String(n % 60).padStart(2, '0')
    return rowOf(
      String(n).padStart(5, '0'),
      `2026-10-${String(12 + (n % 18))}T${String(10 + (n % 9))}:${minute}:00+08:00`,
    )
  })
  const board = boardOf(...rows)
  const list = placeRows(board, 'handling', days)
  const started = performance.now()
  const next = followRows(list, new Map([...board, ['x', rowOf('x', null)]]), 'handling', days)
  expect(performance.now() - started).toBeLessThan(150)
  expect([next.placed.length, next.arrived]).toEqual([10_000, 1])
})
