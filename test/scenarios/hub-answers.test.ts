import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseViewSchema, timelineSchema } from '../../hub-server/contract/case-view.ts'
import { problemIn, startHub, type RunningHub } from '../support/hubs.ts'

let office: RunningHub
let duty: string

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  duty = await office.signIn('duty.city')
})
afterAll(() => office.stop())

test('an appeal goes from intake to closed over HTTP, by the ordinary path', async () => {
  const taken = await office.takeIn()
  expect(taken.state).toBe('registered')
  const director = await office.signIn('director.city')
  const unit = await office.signIn('unit.city')
  const order = async (token: string, type: string, payload: object = {}) => {
    const told = await office.ask('POST', `/cases/${taken.id}/commands`, {
      token,
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { type, payload },
    })
    expect(told.body, type).toMatchObject({ caseId: taken.id })
  }
  await order(duty, 'accept')
  await order(duty, 'dispatch', { leadUnit: '430900000000.housing', urgency: 'normal' })
  await order(unit, 'acknowledge')
  await order(unit, 'contact', { reached: true })
  await order(unit, 'submit', { reply: '路灯已修好。', done: true })
  await order(director, 'review', { approved: true })
  await order(duty, 'followUp', { contacted: true, solved: true, satisfaction: 'satisfied' })
  await order(duty, 'close')
  const seen = await office.ask('GET', `/cases/${taken.caseCode}`, { token: duty })
  expect(caseViewSchema.parse(seen.body)).toMatchObject({ state: 'closed', citizen: { name: '王**' } })
  const timeline = await office.ask('GET', `/cases/${taken.id}/timeline`, { token: duty })
  expect(timelineSchema.parse(timeline.body).items.map((item) => item.type)).toContain('order.closed')
})
