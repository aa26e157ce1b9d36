/** What the hub answers over HTTP, above all when it cannot do what it was asked. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { caseViewSchema, timelineSchema } from '../../hub-server/contract/case-view.ts'
import type { AppealAnswer } from '../../hub-server/contract/appeal.ts'
import { city, intakeKey, problemIn, sampleAppeal, startHub, village, type RunningHub } from '../support/hubs.ts'

let office: RunningHub
let duty: string
let director: string
let unit: string

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  ;[duty, director, unit] = (await Promise.all(
    ['duty.city', 'director.city', 'unit.city'].map((name) => office.signIn(name)),
  )) as [string, string, string]
})
afterAll(() => office.stop())

const newKey = () => crypto.randomUUID()

function order(token: string, id: string, body: object, headers: Record<string, string> = {}) {
  return office.ask('POST', `/cases/${id}/commands`, {
    token,
    headers: { 'idempotency-key': newKey(), ...headers },
    body,
  })
}

function take(body: object | string, headers: Record<string, string> = {}) {
  return office.ask('POST', '/appeals', {
    token: intakeKey,
    body,
    headers: { 'idempotency-key': newKey(), ...headers },
  })
}

test('an appeal goes from intake to closed by the ordinary path', async () => {
  const taken = await office.takeIn()
  expect(taken.state).toBe('registered')
  const steps: [string, string, object?][] = [
    [duty, 'accept'],
    [duty, 'dispatch', { leadUnit: `${city}.housing`, urgency: 'normal' }],
    [unit, 'acknowledge'],
    [unit, 'contact', { reached: true }],
    [unit, 'submit', { reply: '路灯已修好。', done: true }],
    [director, 'review', { approved: true }],
    [duty, 'followUp', { contacted: true, solved: true, satisfaction: 'satisfied' }],
    [duty, 'close'],
  ]
  let version = 1
  for (const [token, type, payload = {}] of steps) {
    const told = await order(token, taken.id, { type, payload, expectedVersion: version })
    expect(told.body, type).toMatchObject({ caseId: taken.id })
    version = (told.body as { version: number }).version
  }
  const seen = await office.ask('GET', `/cases/${taken.caseCode}`, { token: duty })
  expect(caseViewSchema.parse(seen.body)).toMatchObject({ state: 'closed', version, reply: '路灯已修好。' })
  const timeline = await office.ask('GET', `/cases/${taken.id}/timeline?limit=3`, { token: duty })
  const page = timelineSchema.parse(timeline.body)
  expect(page.items.map((item) => item.type)).toEqual(['appeal.registered', 'order.accepted', 'order.dispatched'])
  expect(page.nextCursor).not.toBeNull()
})

describe('an appeal that cannot be taken in', () => {
  test('names every bad field with its reason, in Chinese unless English is asked for', async () => {
    const body = { ...sampleAppeal, channel: 'pigeon', title: '', divisionCode: '4309', category: '没有/这类' }
    const chinese = problemIn(await take(body))
    expect(chinese).toMatchObject({ status: 422, code: 'input.invalid', title: '有字段不对' })
    expect(chinese.fields).toContainEqual({ path: 'title', reason: '必填' })
    expect(chinese.fields).toContainEqual({ path: 'divisionCode', reason: '区划代码须为 12 位数字' })
    const english = problemIn(await take(body, { 'accept-language': 'en' }))
    expect(english.fields).toContainEqual({ path: 'title', reason: 'is required' })
    expect(english.fields?.map((field) => field.path)).toContain('channel')
  })

  test('says so when a code is well formed and unknown, or lies outside the centre', async () => {
    const unknown = problemIn(await take({ ...sampleAppeal, divisionCode: '439999999999' }))
    expect(unknown.fields).toEqual([{ path: 'divisionCode', reason: '没有这个区划代码：439999999999' }])
    const grid = { channel: 'web', kind: 'help', title: '求助', text: '求助', gridCode: '4309221120060999' }
    expect(problemIn(await take(grid)).fields?.[0]?.path).toBe('gridCode')
    const category = problemIn(await take({ ...sampleAppeal, category: '没有/这类' }))
    expect(category.fields?.[0]).toEqual({ path: 'category', reason: '没有这个分类：没有/这类' })
  })

  test('is refused without a key, with another body under a used key, and answered alike under the same', async () => {
    const told = await office.ask('POST', '/appeals', { token: intakeKey, body: sampleAppeal })
    expect(problemIn(told).fields).toEqual([{ path: 'Idempotency-Key', reason: '请求头必填' }])
    const key = { 'idempotency-key': newKey() }
    const first = await take(sampleAppeal, key)
    expect(first.status).toBe(201)
    expect(await take(sampleAppeal, key)).toMatchObject({ status: 201, body: first.body })
    const other = problemIn(await take({ ...sampleAppeal, title: '另一件' }, key))
    expect(other).toMatchObject({ status: 409, code: 'idempotency.mismatch' })
  })

  test.each([
    ['broken JSON', '{"channel": ', 422, 'input.invalid'],
    ['an empty body', '', 422, 'input.invalid'],
    ['a prototype in the body', '{"__proto__": {"x": 1}}', 422, 'input.invalid'],
    ['a body over 1 MiB', JSON.stringify({ text: '长'.repeat(400_000) }), 413, 'input.tooLarge'],
  ])('%s is a problem, not a crash', async (_name, body, status, code) => {
    expect(problemIn(await take(body))).toMatchObject({ status, code })
  })

  test('an unknown content type is named', async () => {
    const told = await take('<appeal/>', { 'content-type': 'application/xml' })
    expect(problemIn(told).fields?.[0]?.path).toBe('Content-Type')
  })

  test('only programs, officers of the centre and grid people hand appeals in', async () => {
    const body = { ...sampleAppeal, divisionCode: village }
    const asked = (token: string) =>
      office.ask('POST', '/appeals', { token, body, headers: { 'idempotency-key': newKey() } })
    expect((await asked(await office.signIn('grid.village'))).status).toBe(201)
    expect((await asked(duty)).status).toBe(201)
    for (const name of ['unit.city', 'leader.city', 'sysadmin.city', 'wall.city']) {
      expect(problemIn(await asked(await office.signIn(name))), name).toMatchObject({ code: 'auth.roleMissing' })
    }
    expect(problemIn(await asked('no-such-token'))).toMatchObject({ status: 401, code: 'auth.required' })
  })
})

describe('a command that cannot be given', () => {
  let taken: AppealAnswer
  const versionOf = async (id: string) => {
    const { body } = await office.ask('GET', `/cases/${id}`, { token: duty })
    return caseViewSchema.parse(body).version
  }
  beforeAll(async () => {
    taken = await office.takeIn({ title: '楼道堆放杂物' })
  })

  test.each([
    ['in the wrong state', 'close', {}, 409, 'transition.notNow', '现在是“已登记”，不能办这一步。'],
    ['by the wrong role', 'acknowledge', {}, 403, 'transition.forbidden', '“签收”不属您的岗位。'],
    ['of a later version', 'escalate', { reason: '重大' }, 409, 'transition.notOffered', '“上报”本版尚未开通。'],
  ])('%s changes nothing and says why', async (_name, type, payload, status, code, detail) => {
    expect(problemIn(await order(duty, taken.id, { type, payload }))).toMatchObject({ status, code, detail })
    expect(await versionOf(taken.id)).toBe(1)
  })

  test('with a stale version is told the version there is', async () => {
    const told = await order(duty, taken.id, { type: 'accept', payload: {}, expectedVersion: 0 })
    expect(problemIn(told)).toMatchObject({ code: 'case.staleVersion', facts: { version: 1, expected: 0 } })
    expect(await versionOf(taken.id)).toBe(1)
  })

  test('with a bad payload names `payload.` and the field', async () => {
    const { id } = await office.takeIn({ title: '井盖缺失' })
    await order(duty, id, { type: 'accept' })
    const missing = problemIn(await order(duty, id, { type: 'dispatch', payload: { leadUnit: 'housing' } }))
    expect(missing.fields).toEqual([
      { path: 'payload.leadUnit', reason: '单位代码须为 12 位区划代码、点、部门' },
      { path: 'payload.urgency', reason: '必填' },
    ])
    const housing = `${city}.housing`
    const payload = { leadUnit: housing, assistUnits: [housing, `${city}.nowhere`], urgency: 'normal' }
    const units = problemIn(await order(duty, id, { type: 'dispatch', payload }, { 'accept-language': 'en' }))
    expect(units.fields?.map((field) => field.path)).toEqual(['payload.assistUnits.0', 'payload.assistUnits.1'])
    expect(units.fields?.[1]?.reason).toBe(`there is no unit ${city}.nowhere`)
    const decline = await order(duty, taken.id, {
      type: 'decline',
      payload: { reason: 'otherChannel', explanation: '应由法院处理' },
    })
    expect(problemIn(decline).fields).toEqual([
      { path: 'payload.rightWay', reason: '应走其他途径时，须写明该走的途径' },
    ])
  })

  test('of an unknown type, or with a field nobody knows, is bad input', async () => {
    expect(problemIn(await order(duty, taken.id, { type: 'promote' })).fields?.[0]?.path).toBe('type')
    const extra = problemIn(await order(duty, taken.id, { type: 'accept', payload: {}, force: true }))
    expect(extra.fields).toEqual([{ path: 'force', reason: '没有这个字段' }])
  })

  test('to a case that is not there, or without an id, is refused', async () => {
    expect(problemIn(await order(duty, 'no-such-case', { type: 'accept' }))).toMatchObject({ code: 'case.notFound' })
    const told = await office.ask('POST', `/cases/${taken.id}/commands`, { token: duty, body: { type: 'accept' } })
    expect(problemIn(told).fields?.[0]?.path).toBe('Idempotency-Key')
  })

  test('shows beforehand why: each refused command has its reason in the reader’s language', async () => {
    const seen = await office.ask('GET', `/cases/${taken.id}`, { token: duty, headers: { 'accept-language': 'en' } })
    const view = caseViewSchema.parse(seen.body)
    expect(view.allowedCommands).toContain('accept')
    expect(view.refusedCommands).toContainEqual({
      type: 'close',
      code: 'transition.notNow',
      reason: 'Not possible while the state is "Registered".',
    })
  })
})

describe('reading', () => {
  test('needs a login, and a role that reads cases: an error is never an empty list', async () => {
    expect(problemIn(await office.ask('GET', '/cases'))).toMatchObject({ status: 401, code: 'auth.required' })
    for (const token of [await office.signIn('sysadmin.city'), await office.signIn('wall.city'), intakeKey]) {
      expect(problemIn(await office.ask('GET', '/cases', { token }))).toMatchObject({ code: 'auth.roleMissing' })
    }
  })

  test('names a bad question', async () => {
    const told = await office.ask('GET', '/cases?queue=mine&limit=9999&since=yesterday&cursor=x', { token: duty })
    expect(
      problemIn(told)
        .fields?.map((field) => field.path)
        .toSorted(),
    ).toEqual(['limit', 'queue', 'since'])
    const cursor = await office.ask('GET', '/cases?queue=open&cursor=x', { token: duty })
    expect(problemIn(cursor).fields).toEqual([{ path: 'cursor', reason: '页码标记无效，请从第一页重新查' }])
  })

  test('pages through a queue without losing or repeating a case', async () => {
    await Promise.all(Array.from({ length: 7 }, (_, index) => office.takeIn({ title: `第 ${String(index)} 件` })))
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const path: string = `/cases?queue=triage&limit=3${cursor === '' ? '' : `&cursor=${cursor}`}`
      const body = (await office.ask('GET', path, { token: duty })).body as {
        items: { id: string }[]
        nextCursor: string | null
        counts: { total: number }
      }
      seen.push(...body.items.map((row) => row.id))
      cursor = body.nextCursor
      if (cursor === null) expect(seen).toHaveLength(body.counts.total)
    }
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('what a later version brings is not there yet, and says so', async () => {
    for (const path of ['/meetings', '/supervisions', '/indicators', '/files', '/nowhere', '/cases/1/recommendation']) {
      expect(problemIn(await office.ask('GET', path, { token: duty })), path).toMatchObject({ code: 'thing.notFound' })
    }
  })

  test('the hub’s own failure gives a number and nothing of its inside', async () => {
    const hub = office.hub()
    const broken = hub.ledger.audit.page
    Object.assign(hub.ledger.audit, {
      page: () => {
        throw new Error('SELECT * FROM audit -- /home/hub/data')
      },
    })
    const told = await office.ask('GET', '/audit', { token: await office.signIn('auditadmin.city') })
    Object.assign(hub.ledger.audit, { page: broken })
    expect(problemIn(told)).toMatchObject({ status: 500, code: 'hub.failed' })
    expect(JSON.stringify(told.body)).not.toMatch(/SELECT|home|at /)
    expect(problemIn(told).detail).toContain(problemIn(told).requestId)
  })
})

test('a batch takes the good lines and names the bad ones; sent again it doubles nothing', async () => {
  const line = (title: string, more: object = {}) => JSON.stringify({ ...sampleAppeal, title, ...more })
  const body = [
    line('批量一'),
    '{"broken',
    line('批量二', { kind: 'unknown' }),
    '',
    line('批量三', { externalId: 'x-1' }),
  ].join('\n')
  const send = () =>
    office.ask('POST', '/appeals/batch', {
      token: intakeKey,
      body,
      headers: { 'content-type': 'application/x-ndjson' },
    })
  const first = await send()
  expect(first.body).toMatchObject({ accepted: 2, duplicates: 0 })
  const { rejected } = first.body as { rejected: { line: number; code: string; detail: string }[] }
  expect(rejected.map(({ line: at, code }) => [at, code])).toEqual([
    [2, 'input.invalid'],
    [3, 'input.invalid'],
  ])
  expect(rejected[1]?.detail).toContain('kind')
  expect((await send()).body).toMatchObject({ accepted: 0, duplicates: 2 })
})

test('a list is refused for a code nobody knows, and a place outside is no empty list', async () => {
  const list = (query: string, token = duty) => office.ask('GET', `/cases?${query}`, { token })
  for (const [query, path] of [
    ['division=439999999999', 'division'],
    [`unit=${city}.nowhere`, 'unit'],
    [`category=${encodeURIComponent('没有/这类')}`, 'category'],
  ] as const) {
    const problem = problemIn(await list(query))
    expect(problem, query).toMatchObject({ status: 422, code: 'input.invalid', fields: [{ path }] })
  }
  const elsewhere = await list(`division=${city}`, await office.signIn('duty.county'))
  expect(problemIn(elsewhere)).toMatchObject({ status: 404, code: 'thing.notFound', fields: [{ path: 'division' }] })
  for (const path of ['/units?division=439999999999', '/divisions?parent=439999999999'])
    expect(problemIn(await office.ask('GET', path, { token: duty })).code, path).toBe('input.invalid')
})

test('an appeal without anything is told of its place too', async () => {
  const { fields } = problemIn(await take({}))
  expect(fields?.map(({ path }) => path)).toEqual(['channel', 'kind', 'title', 'text', 'divisionCode'])
})
