/** Signing in: what a guesser learns and how soon he is stopped (T20, T60 to T62), and what stays behind. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { sessionSchema } from '../../hub-server/contract/session.ts'
import { addUser, listUsers, resetPassword } from '../../hub-server/service/accounts.ts'
import { addKey, listKeys, revokeKey } from '../../hub-server/service/api-keys.ts'
import { demoPassword } from '../../hub-server/service/demo-accounts.ts'
import { city, problemIn, sampleAppeal, startHub, type RunningHub } from '../support/hubs.ts'
import { endOf } from '../support/stations.ts'

let office: RunningHub

beforeEach(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00', limits: { failedSignIns: 40 } })
})
afterEach(() => office.stop())

const attempt = (username: string, password: string, headers = {}) =>
  office.ask('POST', '/session', { body: { username, password }, headers })
const actions = () =>
  office
    .hub()
    .ledger.audit.page(1_000_000, 1000)
    .map((row) => row.action)
const given = <T>(answer: { ok: true; value: T } | { ok: false; refusal: unknown }): T => {
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

test('who signs in is told who he is, until he signs out', async () => {
  const session = sessionSchema.parse((await attempt('unit.township', demoPassword)).body)
  expect(session.user).toMatchObject({
    roles: ['unitHandler'],
    centre: { code: '430922112000', name: '桃花江镇', tier: 'township' },
    unit: { code: '430922112000.government' },
  })
  expect(session.expiresAt).toBe('2026-11-23T23:00:00+08:00')
  const { token } = session
  expect((await office.ask('GET', '/session', { token })).body).toEqual({
    expiresAt: session.expiresAt,
    user: session.user,
  })
  await office.ask('DELETE', '/session', { token })
  expect(problemIn(await office.ask('GET', '/session', { token }))).toMatchObject({ code: 'auth.required' })
  expect(actions().filter((action) => action.startsWith('session'))).toEqual(['session.end', 'session.begin'])
})

test('a wall stays signed in for a month: nobody stands at it every morning', async () => {
  const session = sessionSchema.parse((await attempt('wall.city', demoPassword)).body)
  expect(session.expiresAt).toBe('2026-12-23T09:00:00+08:00')
})

describe('a guesser', () => {
  test('is told the same for an unknown name and a wrong password, and as late (T61)', async () => {
    const answers: Record<string, { bodies: Set<string>; ms: number[] }> = {}
    for (const username of ['duty.city', 'sysadmin.city', 'nobody.city', 'duty.city', 'sysadmin.city', 'nobody.city']) {
      const startedAt = performance.now()
      const told = await attempt(username, 'wrong-password')
      const { requestId: _id, ...problem } = problemIn(told)
      const answer = (answers[username] ??= { bodies: new Set(), ms: [] })
      answer.bodies.add(JSON.stringify(problem))
      answer.ms.push(performance.now() - startedAt)
    }
    const bodies = Object.values(answers).map((answer) => [...answer.bodies])
    expect(bodies[0]).toHaveLength(1)
    expect(bodies[1]).toEqual(bodies[0])
    expect(bodies[2]).toEqual(bodies[0])
    // Each failure is answered at a full tenth of a second, whatever the check cost.
    for (const { ms } of Object.values(answers)) expect(Math.min(...ms)).toBeGreaterThan(95)
  })

  test('locks the account after five failures for a quarter of an hour, a name that is no account too (T60)', async () => {
    for (const username of ['duty.city', 'nobody.city']) {
      const codes: string[] = []
      for (let tries = 0; tries < 6; tries += 1) codes.push(problemIn(await attempt(username, 'wrong-password')).code)
      expect(codes, username).toEqual([...Array<string>(4).fill('auth.failed'), 'auth.locked', 'auth.locked'])
    }
    const locked = await attempt('duty.city', demoPassword, { 'accept-language': 'en' })
    expect(problemIn(locked)).toMatchObject({ status: 401, code: 'auth.locked', facts: { seconds: 900 } })
    expect(locked.headers.get('retry-after')).toBe('900')
    expect(actions()).toContain('account.locked')
    await office.wait({ minutes: 16 })
    expect((await attempt('duty.city', demoPassword)).status).toBe(200)
  })

  test('waits longer with each lock, and the right password forgets the failures', async () => {
    const fail = async (times: number) => {
      let facts: unknown
      for (let tries = 0; tries < times; tries += 1)
        facts = problemIn(await attempt('duty.city', 'wrong-password')).facts
      return facts
    }
    expect(await fail(5)).toEqual({ seconds: 900 })
    await office.wait({ minutes: 16 })
    expect(await fail(5)).toEqual({ seconds: 1800 })
    await office.wait({ minutes: 31 })
    expect((await attempt('duty.city', demoPassword)).status).toBe(200)
    expect(await fail(4)).toBeUndefined()
  })

  test('who tries one password on many names is stopped by his address', async () => {
    const codes = await Promise.all(
      Array.from(
        { length: 45 },
        async (_, index) => problemIn(await attempt(`name${String(index)}`, 'Spring2026')).code,
      ),
    )
    expect(codes.filter((code) => code === 'auth.failed').length).toBeGreaterThanOrEqual(40)
    const told = await attempt('duty.city', demoPassword)
    expect(problemIn(told)).toMatchObject({ status: 429, code: 'rate.limited' })
    expect(Number(told.headers.get('retry-after'))).toBeGreaterThan(0)
  })

  test('leaves no name he typed in the audit trail: it may have been a password', async () => {
    await attempt('my-secret-password', 'x')
    const rows = office.hub().ledger.audit.page(1_000_000, 10)
    expect(rows[0]?.object).toBe('unknown')
    expect(JSON.stringify(rows)).not.toContain('my-secret-password')
    expect(office.log()).not.toContain('my-secret-password')
  })
})

describe('a password', () => {
  const add = (password: string) =>
    addUser(office.hub(), { username: 'new.person', name: '新人', roles: ['dutyOfficer'], division: city, password })

  test('of any script is taken whole, however the keyboard writes it (T62)', async () => {
    const password = '山雨欲来🌧️é１２３４ ' + '长'.repeat(100)
    given(await add(password))
    expect((await attempt('new.person', password)).status).toBe(200)
    expect((await attempt('new.person', password.normalize('NFD'))).status).toBe(200)
    expect((await attempt('new.person', password.replace('１２３４', '1234'))).status).toBe(200)
    expect((await attempt('new.person', password.slice(0, -1))).status).toBe(401)
    expect((await attempt('new.person', `${password}\0`)).status).toBe(401)
  })

  test('that is too short, too long, common, or the own name is refused by name', async () => {
    for (const password of ['short', '12345678', 'Password1', 'new.person', 'aaaaaaaaaaaa', 'x'.repeat(1025)]) {
      expect(await add(password), password.slice(0, 20)).toMatchObject({
        ok: false,
        refusal: { code: 'input.invalid', fields: [{ path: 'password' }] },
      })
    }
    expect(problemIn(await attempt('duty.city', 'x'.repeat(1_000_000))).fields?.[0]?.path).toBe('password')
  })

  test('that is reset ends every session of the account within a second (T30)', async () => {
    const token = await office.signIn('duty.county')
    const desk = await office.desk(token)
    const ended = endOf(desk)
    given(await resetPassword(office.hub(), 'duty.county', '桃花江畔的新密码'))
    expect(await ended).toBe('sessionEnded')
    expect((await office.ask('GET', '/session', { token })).status).toBe(401)
    expect((await attempt('duty.county', demoPassword)).status).toBe(401)
    expect((await attempt('duty.county', '桃花江畔的新密码')).status).toBe(200)
  })

  test('that was wrong is never written anywhere, nor a token', async () => {
    const token = await office.signIn('duty.city')
    await attempt('duty.city', 'a-wrong-password-7')
    await office.restart()
    const file = ['hub.sqlite', 'hub.sqlite-wal'].map((name) => {
      try {
        return readFileSync(join(office.folder, name)).toString('latin1')
      } catch {
        return ''
      }
    })
    for (const secret of [token, 'a-wrong-password-7', demoPassword, 'demo-intake-key']) {
      expect(file.join('').includes(secret), secret).toBe(false)
      expect(office.log().includes(secret), secret).toBe(false)
    }
  })
})

test('an account is refused with every bad field: place, unit, role, and a name that is taken', async () => {
  const bad = await addUser(office.hub(), {
    username: 'x',
    name: '',
    password: 'correct horse',
    roles: ['king'],
    division: '4309',
  })
  if (bad.ok) throw new Error('added')
  expect(bad.refusal.fields?.map((field) => field.path)).toEqual(['username', 'name', 'roles.0', 'division'])
  const user = { username: 'duty.city', name: '夏', password: 'correct horse', roles: ['unitHandler'], division: city }
  expect(await addUser(office.hub(), user)).toMatchObject({
    refusal: {
      fields: [
        { path: 'username', reason: 'user.exists' },
        { path: 'unit', reason: 'input.required' },
      ],
    },
  })
  const elsewhere = await addUser(office.hub(), { ...user, division: '440300000000', unit: `${city}.nowhere` })
  expect(elsewhere).toMatchObject({
    refusal: { fields: [{ path: 'username' }, { path: 'division' }, { path: 'unit' }] },
  })
  expect(
    listUsers(office.hub())
      .map((each) => Object.keys(each))
      .flat(),
  ).not.toContain('passwordHash')
})

test('a key is shown once, hands appeals in, and opens nothing once it is revoked', async () => {
  const made = given(await addKey(office.hub(), '12345 热线'))
  const send = () =>
    office.ask('POST', '/appeals', {
      token: made.key,
      body: sampleAppeal,
      headers: { 'idempotency-key': crypto.randomUUID() },
    })
  expect((await send()).status).toBe(201)
  expect(JSON.stringify(listKeys(office.hub()))).not.toContain(made.key)
  expect(await addKey(office.hub(), '12345 热线')).toMatchObject({ refusal: { fields: [{ reason: 'key.exists' }] } })
  given(await revokeKey(office.hub(), '12345 热线'))
  expect(problemIn(await send())).toMatchObject({ status: 401, code: 'auth.required' })
  expect(await revokeKey(office.hub(), '12345 热线')).toMatchObject({
    refusal: { fields: [{ reason: 'key.unknown' }] },
  })
})
