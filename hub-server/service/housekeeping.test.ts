import { expect, test } from 'vitest'
import { hubWithClock } from '../../test/support/hub-with-clock.ts'
import { insertUser } from './accounts.ts'
import { keepHouse } from './housekeeping.ts'
import { hashOfSecret } from './sign-in.ts'

test('answers are kept for 30 days, sessions to their end, and both are thrown away then', async () => {
  const { hub, push } = hubWithClock('2026-11-23T09:00:00+08:00')
  const user = { username: 'duty.test', name: '测', roles: ['dutyOfficer' as const], division: hub.centre.code }
  const made = await insertUser(hub, user, 'no hash of any password')
  if (!made.ok) throw new Error(made.refusal.code)
  const { answers, accounts } = hub.ledger
  const nowMs = Date.parse(hub.now())
  answers.keep('command-1', 'hash', '{}', nowMs)
  accounts.beginSession(hashOfSecret('token'), made.value.id, nowMs, nowMs + 8 * 3_600_000)
  const left = async () => {
    await keepHouse(hub)
    return [answers.recall('command-1') !== undefined, accounts.session(hashOfSecret('token')) !== undefined]
  }
  push({ hours: 8 })
  expect(await left()).toEqual([true, true])
  push({ hours: 1 })
  expect(await left()).toEqual([true, false])
  push({ hours: 30 * 24 - 9 })
  expect(await left()).toEqual([true, false])
  push({ hours: 1 })
  expect(await left()).toEqual([false, false])
})
