import { expect, test } from 'vitest'
import { appealIn, dutyOfficer, handler } from '../../test/support/office.ts'
import { instantOf, msOf } from '../contract/instant.ts'
import { nextTurn } from './time-alert.ts'

const alerts = (office: ReturnType<typeof appealIn>) => office.file().alerts.map(({ colour, state }) => [colour, state])

test('a colour rises by itself: blue, yellow, red past the handling limit (rules.md 3.5)', () => {
  const office = appealIn('handling')
  office.order(handler, 'contact', { reached: true })
  expect(office.waitUntil('2026-11-26T00:00:00+08:00')).toEqual(['alert.raised'])
  expect(alerts(office)).toEqual([['blue', 'unacknowledged']])
  expect(office.waitUntil('2026-11-27T00:00:00+08:00')).toEqual(['alert.upgraded'])
  expect(office.waitUntil('2026-11-30T18:00:00+08:00')).toEqual([])
  expect(office.wait({ minutes: 1 })).toEqual(['clock.expired', 'alert.upgraded'])
  expect(alerts(office)).toEqual([['red', 'unacknowledged']])
})

test('the due moment itself is still in time', () => {
  const office = appealIn('handling')
  office.waitUntil('2026-11-30T18:00:00+08:00')
  office.order(handler, 'submit', { reply: '办好了', done: true })
  expect(office.file().clocks.find((clock) => clock.kind === 'handle')?.outcome).toBe('met')
})

test('an unacknowledged order turns yellow when its time is past, never red by that alone', () => {
  const office = appealIn('pendingAck')
  office.waitUntil('2026-11-25T09:00:00+08:00')
  expect(alerts(office)).toEqual([['yellow', 'unacknowledged']])
})

test('it falls only by an act: what raised it is done, so it clears', () => {
  const office = appealIn('pendingAck', 'normal')
  office.order(handler, 'contact', { reached: true })
  office.waitUntil('2026-11-24T17:00:00+08:00')
  expect(alerts(office)).toEqual([['yellow', 'unacknowledged']])
  expect(office.order(handler, 'acknowledge')).toEqual(['order.acknowledged', 'alert.cleared'])
})

test('a seen alert is quiet until it rises', () => {
  const office = appealIn('handling')
  office.order(handler, 'contact', { reached: true })
  office.waitUntil('2026-11-26T01:00:00+08:00')
  expect(office.order(dutyOfficer, 'acknowledgeAlert', { axis: 'time' })).toEqual(['alert.acknowledged'])
  expect(office.order(dutyOfficer, 'acknowledgeAlert', { axis: 'time' })).toMatchObject({ code: 'alert.acknowledged' })
  office.waitUntil('2026-11-27T01:00:00+08:00')
  expect(alerts(office)).toEqual([['yellow', 'unacknowledged']])
})

test('first redo is yellow, second is red (rules.md 3.5)', () => {
  const office = appealIn('followingUp')
  office.order(dutyOfficer, 'redo', { reason: '未解决' })
  expect(alerts(office)).toEqual([['yellow', 'unacknowledged']])
  office.order(handler, 'submit', { reply: '再办', done: true })
  office.order({ ...dutyOfficer, roles: ['centreDirector'] }, 'review', { approved: true })
  expect(alerts(office)).toEqual([])
  office.order(dutyOfficer, 'redo', { reason: '仍未解决' })
  expect(alerts(office)).toEqual([['red', 'unacknowledged']])
})

test('a long stop makes what was due late, never lost: one look brings all of it', () => {
  const office = appealIn('pendingAck')
  const first = nextTurn(office.file(), office.now())
  expect(first).toBeDefined()
  const happened = office.waitUntil(instantOf(msOf('2026-12-20T09:00:00+08:00')))
  expect(happened.filter((type) => type === 'clock.expired')).toHaveLength(4)
  expect(alerts(office)).toEqual([['red', 'unacknowledged']])
  expect(nextTurn(office.file(), office.now())).toBeUndefined()
})
