import { expect, test } from 'vitest'
import type { AlertRow, RowClock } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { laneFact } from './lane-fact.ts'
import { lanesOf } from './lanes.ts'
import { shareRows } from './share-rows.ts'

const now = msOf('2026-11-23T10:42:00+08:00')

function clock(dueAt: string, change: Partial<RowClock> = {}): RowClock {
  return {
    kind: 'handle',
    dueAt,
    warnAt: '2026-11-22T09:00:00+08:00',
    yellowAt: '2026-11-22T18:00:00+08:00',
    provisional: false,
    ...change,
  }
}

function alert(id: string, change: Partial<AlertRow> = {}): AlertRow {
  return {
    id,
    caseCode: `YY${id}`,
    colour: 'red',
    axis: 'time',
    state: 'acknowledged',
    since: '2026-11-23T09:00:00+08:00',
    township: '430922112000',
    place: '桃江 · 桃花江镇',
    matter: '征收补偿',
    kind: 'complaint',
    unit: '桃江县自然资源局',
    nextAct: 'submit',
    clock: clock('2026-11-23T12:00:00+08:00'),
    registeredAt: '2026-11-20T09:00:00+08:00',
    ...change,
  }
}

test('a lane shows first what nobody has acknowledged, then the longest past due, then what is due next', () => {
  const { red } = lanesOf([
    alert('due at noon'),
    alert('risk without a clock', { axis: 'risk', clock: null }),
    alert('three days over', { clock: clock('2026-11-20T18:00:00+08:00') }),
    alert('one hour over', { clock: clock('2026-11-23T09:42:00+08:00') }),
    alert('new', { state: 'unacknowledged', clock: clock('2026-11-23T18:00:00+08:00') }),
  ])
  expect(red.map(({ id }) => id)).toEqual([
    'new',
    'three days over',
    'one hour over',
    'due at noon',
    'risk without a clock',
  ])
})

test('each colour has its own lane', () => {
  const lanes = lanesOf([alert('a', { colour: 'blue' }), alert('b'), alert('c', { colour: 'yellow' })])
  expect([lanes.red, lanes.yellow, lanes.blue].map((rows) => rows.map(({ id }) => id))).toEqual([['b'], ['c'], ['a']])
})

test('a long lane takes the room others do not need, never their share', () => {
  expect(shareRows(9, { red: 40, yellow: 30, blue: 90 })).toEqual({ red: 4, yellow: 3, blue: 2 })
  expect(shareRows(9, { red: 40, yellow: 1, blue: 0 })).toEqual({ red: 7, yellow: 1, blue: 1 })
  expect(shareRows(9, { red: 0, yellow: 0, blue: 0 })).toEqual({ red: 1, yellow: 1, blue: 1 })
  expect(shareRows(9, { yellow: 34, blue: 2 })).toEqual({ red: 0, yellow: 7, blue: 2 })
})

test('yellow counts what turns red within the hour, blue what turns yellow today, and neither what is past', () => {
  const yellow = [
    alert('in 30 minutes', { clock: clock('2026-11-23T11:12:00+08:00') }),
    alert('in two hours', { clock: clock('2026-11-23T12:42:00+08:00') }),
    alert('acknowledgement over', { clock: clock('2026-11-23T10:00:00+08:00') }),
  ]
  expect(laneFact('yellow', yellow, now)).toBe(1)
  const turnsYellowAt = (yellowAt: string) =>
    alert(yellowAt, { clock: clock('2026-11-25T18:00:00+08:00', { yellowAt }) })
  const blue = ['2026-11-23T10:00:00+08:00', '2026-11-23T23:59:00+08:00', '2026-11-24T00:00:00+08:00']
  expect(laneFact('blue', blue.map(turnsYellowAt), now)).toBe(1)
  expect(laneFact('red', [alert('a'), alert('b', { state: 'unacknowledged' })], now)).toBe(1)
})
