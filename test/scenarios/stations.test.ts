/** Desks and walls over real sockets: following, living changes, commands, and what each may see. */
import { once } from 'node:events'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseRowSchema, type CaseRow } from '../../hub-server/contract/board.ts'
import type { CommandAnswer } from '../../hub-server/contract/station.ts'
import { pulseSchema } from '../../hub-server/contract/station.ts'
import { city, county, housing, otherCounty, startHub, township, type RunningHub } from '../support/hubs.ts'
import { endOf, type Station } from '../support/stations.ts'

let office: RunningHub
let duty: string

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  duty = await office.signIn('duty.city')
})
afterAll(() => office.stop())

const cases = [{ board: 'cases' }]
const row = (station: Station, id: string) => station.rows.get(`cases/${id}`) as CaseRow | undefined
const accept = (caseId: string, id: string = crypto.randomUUID()) => ({ id, caseId, type: 'accept', payload: {} })

function problemOf(answer: CommandAnswer) {
  if (answer.ok) throw new Error('the command was done')
  return answer.problem
}

describe('following', () => {
  test('begins with everything, goes on with what changes, and the row brings what may be done', async () => {
    const { id } = await office.takeIn()
    const desk = await office.desk(duty)
    expect(await desk.follow(cases)).toMatchObject({ reset: true })
    expect(caseRowSchema.parse(row(desk, id))).toMatchObject({ state: 'registered', place: '桃江 · 桃花江镇' })
    expect(row(desk, id)?.allowed).toContain('accept')
    expect(await desk.command(accept(id))).toMatchObject({ ok: true, version: 2 })
    await desk.until(() => row(desk, id)?.state === 'pendingDispatch')
    expect(row(desk, id)?.allowed).toContain('dispatch')
    desk.close()
  })

  test('what one desk does, another sees', async () => {
    const [mine, other] = [await office.desk(duty), await office.desk(await office.signIn('director.city'))]
    await other.follow(cases)
    const { id } = await office.takeIn({ title: '污水外溢' })
    await other.until(() => row(other, id)?.state === 'registered')
    await mine.command(accept(id))
    await other.until(() => row(other, id)?.state === 'pendingDispatch')
    mine.close()
    other.close()
  })

  test('a case leaves the queue that is followed and comes into the next', async () => {
    const { id } = await office.takeIn({ title: '噪音扰民' })
    const desk = await office.desk(duty)
    await desk.follow([{ board: 'cases', queue: 'triage' }, { board: 'numbers' }])
    expect(row(desk, id)).toBeDefined()
    await desk.command(accept(id))
    const dispatch = { leadUnit: housing, urgency: 'normal' }
    await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'dispatch', payload: dispatch })
    await desk.until(() => row(desk, id) === undefined)
    expect(desk.rows.get('numbers/queues')).toMatchObject({ scope: city })
    desk.close()
  })

  test('a unit hears of its own orders, also of their end, and of no other case', async () => {
    const unit = await office.desk(await office.signIn('unit.city'))
    const first = await unit.follow(cases)
    if (!('cursor' in first)) throw new Error('not followed')
    const [sent, foreign] = [await office.takeIn({ title: '屋面漏水' }), await office.takeIn({ title: '麻将馆扰民' })]
    const desk = await office.desk(duty)
    for (const { id } of [sent, foreign]) await desk.command(accept(id))
    const order = (caseId: string, type: string, payload: object) => ({
      id: crypto.randomUUID(),
      caseId,
      type,
      payload,
    })
    await desk.command(order(sent.id, 'dispatch', { leadUnit: housing, urgency: 'normal' }))
    await desk.command(order(foreign.id, 'dispatch', { leadUnit: `${county}.housing`, urgency: 'normal' }))
    await unit.until(() => row(unit, sent.id)?.state === 'pendingAck')
    const told = await unit.follow(cases, first.cursor)
    expect('changes' in told && told.changes.map(({ id }) => id)).toEqual([sent.id])
    const between = 'cursor' in told ? told.cursor : ''
    await unit.command(order(sent.id, 'requestReturn', { reason: '不属于本单位', basis: '三定规定' }))
    await desk.command(order(sent.id, 'decideReturn', { approved: true, to: `${county}.housing` }))
    await unit.until(() => row(unit, sent.id) === undefined)
    const taken = await unit.follow(cases, between)
    expect('changes' in taken && taken.changes).toEqual([{ board: 'cases', id: sent.id, row: null }])
    for (const station of [desk, unit]) station.close()
  })

  test('from a cursor brings only what changed, also over a restart of the hub', async () => {
    const { id } = await office.takeIn({ title: '重启之前' })
    const before = await office.desk(duty)
    const first = await before.follow(cases)
    if (!('cursor' in first)) throw new Error('not followed')
    before.close()
    const during = await office.takeIn({ title: '离开的时候' })
    await office.restart()
    const desk = await office.desk(duty)
    const again = await desk.follow(cases, first.cursor)
    expect(again).not.toHaveProperty('reset')
    expect([...desk.rows.keys()]).toEqual([`cases/${during.id}`])
    expect(await desk.command(accept(id))).toMatchObject({ ok: true })
    await desk.until(() => row(desk, id)?.state === 'pendingDispatch')
    desk.close()
  })

  test('a cursor of another file, or nonsense, brings everything anew', async () => {
    const desk = await office.desk(duty)
    for (const cursor of ['abcd1234.zz', 'nonsense', '']) {
      expect(await desk.follow(cases, cursor)).toMatchObject({ reset: true })
    }
    desk.close()
  })

  test('a place outside the own area looks like a missing one; a role that reads no case is told so', async () => {
    const desk = await office.desk(await office.signIn('duty.county'))
    for (const division of [otherCounty, city, '439999999999']) {
      const answer = await desk.follow([{ board: 'cases', division }])
      expect(answer, division).toMatchObject({ ok: false, problem: { code: 'thing.notFound' } })
    }
    expect(await desk.follow([{ board: 'cases', division: county }])).toHaveProperty('cursor')
    desk.close()
    const admin = await office.desk(await office.signIn('sysadmin.city'))
    expect(await admin.follow(cases)).toMatchObject({ ok: false, problem: { code: 'auth.roleMissing' } })
    admin.close()
  })

  test('a unit sees its own orders and no others', async () => {
    const desk = await office.desk(duty)
    const unit = await office.desk(await office.signIn('unit.city'))
    await unit.follow(cases)
    const [mine, others] = [await office.takeIn({ title: '住房' }), await office.takeIn({ title: '交通' })]
    for (const [{ id }, leadUnit] of [
      [mine, housing],
      [others, `${city}.transport`],
    ] as const) {
      await desk.command(accept(id))
      const payload = { leadUnit, urgency: 'normal' }
      await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'dispatch', payload })
    }
    await unit.until(() => row(unit, mine.id)?.state === 'pendingAck')
    expect(row(unit, mine.id)?.allowed).toContain('acknowledge')
    expect(row(unit, others.id)).toBeUndefined()
    desk.close()
    unit.close()
  })

  test('the pulse carries the hub’s time and a cursor', async () => {
    const desk = await office.desk(duty)
    expect(pulseSchema.parse(await desk.next('pulse')).now).toBe(office.hub().now())
    desk.close()
  })
})

describe('a wall', () => {
  test('gets counts and alerts of its centre, and nothing a resident wrote', async () => {
    const { id } = await office.takeIn({
      title: '李大海家漏水',
      text: '我叫李大海，电话13812345678，住桃花江路12号。',
    })
    await office.wait({ days: 3 })
    duty = await office.signIn('duty.city')
    const wall = await office.wall(await office.signIn('wall.city'))
    const frames: unknown[] = []
    wall.socket.on('changes', (frame: unknown) => frames.push(frame))
    frames.push(await wall.follow([{ board: 'alerts' }, { board: 'areas' }, { board: 'numbers' }]))
    expect(wall.rows.get(`alerts/${id}`)).toMatchObject({ nextAct: 'accept', township, state: 'unacknowledged' })
    expect(wall.rows.has(`areas/${county}`)).toBe(true)
    const desk = await office.desk(duty)
    await desk.command(accept(id))
    await wall.until(() => (wall.rows.get(`alerts/${id}`) as { nextAct?: string }).nextAct === 'dispatch')
    expect(frames.length).toBeGreaterThan(1)
    expect(JSON.stringify(frames)).not.toMatch(/李大海|13812345678|漏水|桃花江路/)
    desk.close()
    wall.close()
  })

  test('shows no case board and gives no command, whoever signed it in', async () => {
    const wall = await office.wall(duty)
    const answer = await wall.follow([{ board: 'numbers' }, { board: 'cases' }])
    expect(answer).toMatchObject({ ok: false, problem: { fields: [{ path: 'boards.1.board' }] } })
    const outside = await wall.follow([{ board: 'areas', division: '439999999999' }])
    expect(outside).toMatchObject({ ok: false, problem: { code: 'thing.notFound' } })
    const { id, caseCode } = await office.takeIn({ title: '墙上不能办' })
    wall.socket.emit('command', accept(id))
    await wall.follow([{ board: 'numbers' }])
    const seen = await office.ask('GET', `/cases/${caseCode}`, { token: duty })
    expect(seen.body).toMatchObject({ state: 'registered' })
    wall.close()
  })

  test('an account that only shows walls opens no desk', async () => {
    await expect(office.desk(await office.signIn('wall.city'))).rejects.toThrow('auth.required')
  })
})

describe('a command', () => {
  test('sent ten times at once under one id, and again after a restart, is done once and answered alike (T24, T26)', async () => {
    const { id } = await office.takeIn({ title: '十次' })
    const desk = await office.desk(duty)
    const envelope = accept(id)
    const answers = await Promise.all(Array.from({ length: 10 }, () => desk.command(envelope)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]).toMatchObject({ ok: true, version: 2 })
    desk.close()
    await office.restart()
    const again = await office.desk(duty)
    expect(await again.command(envelope)).toEqual(answers[0])
    const timeline = await office.ask('GET', `/cases/${id}/timeline`, { token: duty })
    expect((timeline.body as { items: unknown[] }).items).toHaveLength(2)
    again.close()
  })

  test('under a used id with other content is refused (T25)', async () => {
    const { id } = await office.takeIn({ title: '换内容' })
    const desk = await office.desk(duty)
    const envelope = accept(id)
    await desk.command(envelope)
    const other = await desk.command({ ...envelope, type: 'note', payload: { text: '另一件' } })
    expect(problemOf(other).code).toBe('idempotency.mismatch')
    desk.close()
  })

  test('by two officers on the same version: the first is done, the second learns the version there is (T27)', async () => {
    const { id } = await office.takeIn({ title: '两人同时' })
    const desks = [await office.desk(duty), await office.desk(await office.signIn('director.city'))]
    const answers = await Promise.all(desks.map((desk) => desk.command({ ...accept(id), expectedVersion: 1 })))
    const done = answers.filter((answer) => answer.ok)
    const refused = answers.filter((answer) => !answer.ok).map(problemOf)
    expect(done).toHaveLength(1)
    expect(refused).toMatchObject([{ code: 'case.staleVersion', facts: { version: 2, expected: 1 } }])
    for (const desk of desks) desk.close()
  })

  test('that is refused says why in the language of the desk', async () => {
    const { id } = await office.takeIn({ title: '说明原因' })
    const desk = await office.desk(duty, { language: 'en' })
    const answer = await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'close', payload: {} })
    expect(problemOf(answer)).toMatchObject({
      status: 409,
      code: 'transition.notNow',
      detail: 'Not possible while the state is "Registered".',
    })
    const bad = await desk.command({ id: 'short', caseId: id, type: 'accept' })
    expect(problemOf(bad).fields?.[0]).toEqual({ path: 'id', reason: 'needs at least 8 characters' })
    desk.close()
  })
})

test('officers at the same case see each other’s seats, not names, and only at cases they may see', async () => {
  const { id } = await office.takeIn({ title: '同看一件' })
  const [mine, other] = [await office.desk(duty), await office.desk(await office.signIn('director.city'))]
  await mine.emit('presence', { caseId: id })
  const told = mine.next('presence')
  await other.emit('presence', { caseId: id, doing: 'working' })
  const present = (await told) as { people: { seat: string; doing: string }[] }
  expect(present.people.map((person) => person.doing).toSorted()).toEqual(['looking', 'working'])
  expect(JSON.stringify(present)).not.toMatch(/夏知秋|欧阳平/)
  const left = mine.next('presence')
  other.close()
  expect(((await left) as { people: unknown[] }).people).toHaveLength(1)
  const far = await office.desk(await office.signIn('unit.township'))
  expect(await far.emit('presence', { caseId: id })).toMatchObject({ ok: false, problem: { code: 'case.notFound' } })
  far.close()
  mine.close()
})

describe('the end of a session', () => {
  test('by signing out closes its sockets at once, and theirs only', async () => {
    const [mine, other] = [await office.signIn('duty.township'), await office.signIn('duty.township')]
    const [desk, second] = [await office.desk(mine), await office.desk(other)]
    const ended = endOf(desk)
    expect((await office.ask('DELETE', '/session', { token: mine })).status).toBe(204)
    expect(await ended).toBe('sessionEnded')
    expect(await second.follow([{ board: 'cases', division: township }])).toHaveProperty('cursor')
    expect((await office.ask('GET', '/session', { token: mine })).status).toBe(401)
    second.close()
  })

  test('comes after fourteen hours: the next event is refused and the socket closed (T20)', async () => {
    const token = await office.signIn('duty.township')
    const desk = await office.desk(token)
    await office.wait({ hours: 14 })
    const ended = endOf(desk)
    expect(await desk.emit('follow', { boards: cases })).toMatchObject({ problem: { code: 'auth.required' } })
    expect(await ended).toBe('sessionEnded')
    await expect(office.desk(token)).rejects.toThrow('auth.required')
    duty = await office.signIn('duty.city')
  })

  test('every station is told when the hub stops', async () => {
    const desk = await office.desk(duty)
    const ended = endOf(desk)
    await office.restart()
    expect(await ended).toBe('hubStopping')
  })

  test('a connection over which nothing was asked does not keep the hub open', async () => {
    const connection = connect(Number(new URL(office.url()).port), '127.0.0.1')
    await once(connection, 'connect')
    const ended = once(connection, 'close')
    const before = performance.now()
    await office.restart()
    expect(performance.now() - before).toBeLessThan(5000)
    await ended
  })
})
