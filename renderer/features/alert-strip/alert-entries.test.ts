import { expect, test } from 'vitest'
import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { stripAlerts } from './alert-entries.ts'

function alertOf(id: string, colour: AlertColour, since: string, change: Partial<CaseRow> = {}): CaseRow {
  return {
    id,
    caseCode: id,
    version: 1,
    state: 'handling',
    kind: 'complaint',
    channel: 'web',
    urgency: null,
    title: id,
    divisionCode: '430903101001',
    place: '赫山街道',
    category: null,
    leadUnit: null,
    assistCount: 0,
    holder: '430903000000',
    registeredAt: since,
    clocks: [],
    alert: { colour, axis: 'time', state: 'unacknowledged', since },
    queues: ['handling'],
    redoCount: 0,
    returnCount: 0,
    allowed: [],
    ...change,
  }
}

const strip = (...rows: CaseRow[]) => stripAlerts(new Map(rows.map((row) => [row.id, row])))
const entriesOf = (alerts: ReturnType<typeof strip>) => alerts.entries.map(({ row, count }) => [row.id, count])

test('red stands before yellow, then what came first; blue and acknowledged alerts are not there', () => {
  const seen = alertOf('seen', 'red', '2026-10-12T08:00:00+08:00')
  const alerts = strip(
    alertOf('yellow', 'yellow', '2026-10-12T09:00:00+08:00'),
    alertOf('late', 'red', '2026-10-12T14:00:00+08:00'),
    alertOf('early', 'red', '2026-10-12T13:00:00+08:00'),
    alertOf('blue', 'blue', '2026-10-12T08:00:00+08:00'),
    { ...seen, alert: { ...seen.alert!, state: 'acknowledged' } },
    alertOf('calm', 'red', '2026-10-12T08:00:00+08:00', { alert: null }),
  )
  expect(entriesOf(alerts)).toEqual([
    ['early', 1],
    ['late', 1],
    ['yellow', 1],
  ])
  expect(alerts.count).toBe(3)
})

test('alerts of one class, colour and township are one entry that shows the first and counts them all', () => {
  const water = { category: '城乡建设/供水' }
  const alerts = strip(
    alertOf('b', 'yellow', '2026-10-12T13:55:00+08:00', { ...water, divisionCode: '430903101002' }),
    alertOf('a', 'yellow', '2026-10-12T13:52:00+08:00', { ...water, divisionCode: '430903101001' }),
    alertOf('elsewhere', 'yellow', '2026-10-12T13:53:00+08:00', { ...water, divisionCode: '430903102001' }),
    alertOf('red', 'red', '2026-10-12T14:00:00+08:00', { ...water, divisionCode: '430903101001' }),
  )
  expect(entriesOf(alerts)).toEqual([
    ['red', 1],
    ['a', 2],
    ['elsewhere', 1],
  ])
  expect(alerts.count).toBe(4)
})

test('without a class nobody knows whether two are alike', () => {
  const alerts = strip(
    alertOf('a', 'red', '2026-10-12T13:52:00+08:00'),
    alertOf('b', 'red', '2026-10-12T13:53:00+08:00'),
  )
  expect(entriesOf(alerts)).toEqual([
    ['a', 1],
    ['b', 1],
  ])
})
