import { expect, test } from 'vitest'
import {
  appeal,
  appealIn,
  centreDirector,
  dutyOfficer,
  handler,
  housing,
  leader,
  otherHandler,
  resident,
  transport,
} from '../../test/support/office.ts'
import { runningClocks } from './case-clock.ts'
import type { Office } from '../../test/support/office.ts'

const running = (office: Office) => runningClocks(office.file().clocks).map((clock) => [clock.kind, clock.dueAt])
const state = (office: Office) => office.file().stage.state

test('an appeal goes from the phone to closed, each by the one whose turn it is', () => {
  const office = appeal()
  expect(office.order(dutyOfficer, 'accept')).toEqual(['order.accepted'])
  expect(office.order(dutyOfficer, 'dispatch', { leadUnit: housing, urgency: 'normal' })).toEqual(['order.dispatched'])
  expect(office.order(handler, 'acknowledge')).toEqual(['order.acknowledged'])
  expect(office.order(handler, 'contact', { reached: true })).toEqual(['order.contacted'])
  expect(office.order(handler, 'submit', { reply: '已修好', done: true })).toEqual(['order.submitted'])
  expect(office.order(centreDirector, 'review', { approved: true })).toEqual([
    'order.concluded',
    'order.followUpStarted',
  ])
  expect(office.order(dutyOfficer, 'followUp', { contacted: true, solved: true, satisfaction: 'satisfied' })).toEqual([
    'order.followedUp',
  ])
  expect(office.order(dutyOfficer, 'close')).toEqual(['order.closed'])
  expect(state(office)).toBe('closed')
  expect(running(office)).toEqual([])
})

test('due times are set at dispatch from the profile and stay as they are (rules.md 3.4.2)', () => {
  const office = appealIn('pendingAck', 'normal', '2026-09-30T10:00:00+08:00')
  expect(running(office)).toEqual([
    ['acknowledge', '2026-10-08T18:00:00+08:00'],
    ['contact', '2026-10-08T18:00:00+08:00'],
    ['handle', '2026-10-13T18:00:00+08:00'],
    ['total', '2026-10-16T18:00:00+08:00'],
  ])
  office.order(handler, 'acknowledge')
  expect(running(office)[1]).toEqual(['handle', '2026-10-13T18:00:00+08:00'])
})

test('the total clock keeps its start through return and redo (rules.md 3.4.2 clock rule 1)', () => {
  const office = appealIn('handling')
  const total = () => office.file().clocks.find((clock) => clock.kind === 'total')
  const started = total()?.startedAt
  office.order(handler, 'requestReturn', { reason: '不属于本单位', basis: '职责目录' })
  office.order(dutyOfficer, 'decideReturn', { approved: true, to: transport })
  expect(total()?.startedAt).toBe(started)
  office.order(otherHandler, 'acknowledge')
  office.order(otherHandler, 'submit', { reply: '已处理', done: true })
  office.order(centreDirector, 'review', { approved: true })
  expect(total()?.outcome).toBe('met')
  office.order(dutyOfficer, 'followUp', { contacted: true, solved: false, satisfaction: 'dissatisfied' })
  expect(total()).toMatchObject({ startedAt: started, outcome: 'running' })
})

test('only the lead unit acknowledges and submits; the centre cannot write the substance (rules.md 2.5)', () => {
  const office = appealIn('pendingAck')
  expect(office.order(otherHandler, 'acknowledge')).toMatchObject({ code: 'transition.notLeadUnit' })
  expect(office.order(dutyOfficer, 'acknowledge')).toMatchObject({ code: 'transition.forbidden' })
  office.order(handler, 'acknowledge')
  expect(office.order(centreDirector, 'submit', { reply: '已办', done: true })).toMatchObject({
    code: 'transition.forbidden',
  })
})

test('a duty officer reviews only what the profile leaves to him', () => {
  const complaint = appealIn('pendingReview')
  expect(complaint.order(dutyOfficer, 'review', { approved: true })).toMatchObject({ code: 'auth.roleMissing' })
  const question = appeal('2026-11-23T09:00:00+08:00', 'consult')
  question.order(dutyOfficer, 'accept')
  question.order(dutyOfficer, 'dispatch', { leadUnit: housing, urgency: 'normal' })
  question.order(handler, 'acknowledge')
  question.order(handler, 'submit', { reply: '请到政务大厅办理', done: true })
  expect(question.order(dutyOfficer, 'review', { approved: true })).toEqual([
    'order.concluded',
    'order.followUpStarted',
  ])
})

test('a conclusion that does not hold goes back to the unit with its old due time', () => {
  const office = appealIn('handling')
  const due = running(office).find(([kind]) => kind === 'handle')
  office.order(handler, 'submit', { reply: '已办', done: true })
  expect(office.order(centreDirector, 'review', { approved: false })).toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'payload.reason' }],
  })
  expect(office.order(centreDirector, 'review', { approved: false, reason: '没有照片' })).toEqual([
    'order.reviewRejected',
  ])
  expect(state(office)).toBe('handling')
  expect(running(office).find(([kind]) => kind === 'handle')).toEqual(due)
})

test('declining tells the reason, and the right way where another channel is right (潍坊 rule art. 19)', () => {
  const office = appeal()
  expect(office.order(dutyOfficer, 'decline', { reason: 'otherChannel', explanation: '应当申请仲裁' })).toMatchObject({
    code: 'input.invalid',
    fields: [{ path: 'payload.rightWay' }],
  })
  expect(
    office.order(dutyOfficer, 'decline', {
      reason: 'otherChannel',
      explanation: '应当申请仲裁',
      rightWay: '劳动人事争议仲裁委员会',
    }),
  ).toEqual(['order.declined'])
  expect(running(office)).toEqual([])
})

test('an order names exactly one lead unit that exists, and assisting units once each', () => {
  const office = appealIn('pendingDispatch')
  const refusal = office.order(dutyOfficer, 'dispatch', {
    leadUnit: housing,
    assistUnits: [housing, transport, transport, '430922000000.nobody'],
    urgency: 'normal',
  })
  expect(refusal).toMatchObject({ code: 'input.invalid' })
  expect('fields' in refusal && refusal.fields.map(({ path, reason }) => [path, reason])).toEqual([
    ['payload.assistUnits.0', 'unit.leadsAlready'],
    ['payload.assistUnits.2', 'unit.namedTwice'],
    ['payload.assistUnits.3', 'unit.unknown'],
  ])
})

test('a unit gives an order back with reason and basis; refused it goes on where it was', () => {
  const office = appealIn('handling')
  expect(office.order(handler, 'requestReturn', { reason: '不属于本单位', basis: '三定规定' })).toEqual([
    'order.returnRequested',
  ])
  expect(office.order(dutyOfficer, 'decideReturn', { approved: false, reason: '目录 3.2.7 写明由你单位负责' })).toEqual(
    ['order.returnDecided'],
  )
  expect(state(office)).toBe('handling')
  expect(office.file().returnCount).toBe(0)
})

test('a return that is granted without a new unit comes back to triage with a new triage clock', () => {
  const office = appealIn('pendingAck')
  office.order(handler, 'requestReturn', { reason: '不属于本单位', basis: '三定规定' })
  office.order(dutyOfficer, 'decideReturn', { approved: true })
  expect(state(office)).toBe('pendingDispatch')
  expect(running(office).map(([kind]) => kind)).toEqual(['total', 'triage'])
  expect(office.file().returnCount).toBe(1)
})

test('the return window of the profile passes; a critical order has none', () => {
  const late = appealIn('handling')
  late.waitUntil('2026-11-25T09:00:00+08:00')
  expect(late.order(handler, 'requestReturn', { reason: '不属于', basis: '三定' })).toMatchObject({
    code: 'return.windowPassed',
  })
  const critical = appealIn('pendingAck', 'critical')
  expect(critical.order(handler, 'requestReturn', { reason: '不属于', basis: '三定' })).toMatchObject({
    code: 'return.windowPassed',
  })
})

test('unsolved or dissatisfied goes back to the unit with half the limit; it is done again and followed up anew', () => {
  const office = appealIn('followingUp')
  expect(
    office.order(dutyOfficer, 'followUp', { contacted: true, solved: true, satisfaction: 'dissatisfied' }),
  ).toEqual(['order.followedUp', 'order.redo', 'alert.raised'])
  expect(state(office)).toBe('redo')
  expect(office.file().clocks.at(-1)).toMatchObject({ kind: 'handle', length: '3wd' })
  office.order(handler, 'submit', { reply: '已重新处理', done: true })
  office.order(centreDirector, 'review', { approved: true })
  expect(state(office)).toBe('followingUp')
  expect(office.file().verdict).toBeUndefined()
})

test('a matter closes on a valid follow-up, on the resident’s word, or after three tries; never against his word', () => {
  const tried = appealIn('followingUp')
  for (let count = 0; count < 3; count += 1) {
    expect(tried.order(dutyOfficer, 'close')).toMatchObject({ code: 'followUp.notValid' })
    tried.order(dutyOfficer, 'followUp', { contacted: false })
  }
  expect(tried.order(dutyOfficer, 'close')).toEqual(['order.closed'])
  const rated = appealIn('followingUp')
  rated.order(resident, 'rate', { solved: true, satisfaction: 'basic' })
  expect(rated.order(dutyOfficer, 'close')).toEqual(['order.closed'])
  const unhappy = appealIn('followingUp')
  unhappy.order(resident, 'rate', { solved: false, satisfaction: 'dissatisfied' })
  expect(unhappy.order(centreDirector, 'close')).toMatchObject({ code: 'followUp.notValid' })
  expect(unhappy.order(dutyOfficer, 'redo', { reason: '群众不满意' })).toContain('order.redo')
})

test('nobody was reached, so nothing was said: a follow-up that contradicts itself is refused by field', () => {
  const office = appealIn('followingUp')
  expect(office.order(dutyOfficer, 'followUp', { contacted: true })).toMatchObject({
    fields: [{ path: 'payload.solved' }],
  })
  expect(office.order(dutyOfficer, 'followUp', { contacted: false, satisfaction: 'satisfied' })).toMatchObject({
    fields: [{ path: 'payload.satisfaction' }],
  })
})

test('the resident rates once for each conclusion, and only he', () => {
  const office = appealIn('followingUp')
  expect(office.order(dutyOfficer, 'rate', { solved: true, satisfaction: 'satisfied' })).toMatchObject({
    code: 'transition.forbidden',
  })
  office.order(resident, 'rate', { solved: true, satisfaction: 'satisfied' })
  expect(office.order(resident, 'rate', { solved: true, satisfaction: 'basic' })).toMatchObject({
    code: 'transition.notNow',
  })
})

test('notes, instructions and reminders move nothing and are kept', () => {
  const office = appealIn('handling')
  expect(office.order(leader, 'instruct', { text: '请县住建局三日内到现场' })).toEqual(['order.instructed'])
  expect(office.order(dutyOfficer, 'urge', { text: '请尽快联系群众' })).toEqual(['order.urged'])
  expect(office.order(handler, 'note', { text: '已约明早九点' })).toEqual(['order.noted'])
  expect(office.order(dutyOfficer, 'instruct', { text: '越权' })).toMatchObject({ code: 'transition.forbidden' })
  expect(state(office)).toBe('handling')
})
