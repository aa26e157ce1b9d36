/** Who sees what: areas, units, masked people, clear words by right and reason, and questions that try to get around it (T31, T68, T73). */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AppealAnswer } from '../../hub-server/contract/appeal.ts'
import { caseViewSchema } from '../../hub-server/contract/case-view.ts'
import {
  city,
  county,
  housing,
  otherCounty,
  problemIn,
  startHub,
  township,
  village,
  type RunningHub,
} from '../support/hubs.ts'

let office: RunningHub
const tokens = new Map<string, string>()
/** A case here, in a sibling village, in a sibling county, and at the city itself. */
let places: Record<'village' | 'township' | 'county' | 'sibling' | 'city', AppealAnswer>

const siblingVillage = '430922112013'
const clear = {
  title: '王小明反映路灯不亮',
  text: '我叫王小明，电话 13912345678，身份证 430922198001011234，车牌 湘H12345，联系人：刘大力。',
}
const secret = /王小明|13912345678|430922198001011234|湘H12345|刘大力/

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  const at = (divisionCode: string) => office.takeIn({ ...clear, divisionCode })
  places = {
    village: await at(village),
    township: await at(township),
    county: await at(county),
    sibling: await at(siblingVillage),
    city: await at(city),
  }
  const names = [
    'duty.village',
    'duty.township',
    'duty.county',
    'duty.city',
    'unit.city',
    'leader.city',
    'inspector.city',
  ]
  for (const name of [...names, 'wall.city', 'sysadmin.city', 'auditadmin.city', 'grid.village']) {
    tokens.set(name, await office.signIn(name))
  }
})
afterAll(() => office.stop())

const as = (name: string) => {
  const token = tokens.get(name)
  if (token === undefined) throw new Error(`${name} did not sign in`)
  return token
}
const get = (name: string, path: string) => office.ask('GET', path, { token: as(name) })
const idsIn = ({ body }: { body: unknown }) =>
  (body as { items: { id: string }[] }).items.map(({ id }) => id).toSorted()

describe('an area', () => {
  test.each([
    ['duty.village', ['village']],
    ['grid.village', ['village']],
    ['duty.township', ['village', 'township', 'sibling']],
    ['duty.county', ['village', 'township', 'sibling', 'county']],
    ['duty.city', ['village', 'township', 'sibling', 'county', 'city']],
    ['leader.city', ['village', 'township', 'sibling', 'county', 'city']],
    ['unit.city', []],
  ] as const)('%s sees exactly %j in lists, searches and single reads; the rest is missing', async (name, seen) => {
    const ids = seen.map((place) => places[place].id).toSorted()
    for (const path of ['/cases?queue=open', '/cases', `/cases?q=${encodeURIComponent('路灯')}`]) {
      expect(idsIn(await get(name, path)), path).toEqual(ids)
    }
    for (const { id, caseCode } of Object.values(places)) {
      const visible = ids.includes(id)
      for (const path of [`/cases/${id}`, `/cases/${caseCode}`, `/cases/${id}/timeline`]) {
        const told = await get(name, path)
        if (visible) expect(told.status, path).toBe(200)
        else expect(problemIn(told), path).toMatchObject({ status: 404, code: 'case.notFound' })
      }
      if (visible) continue
      const reveal = await office.ask('POST', `/cases/${id}/reveal`, {
        token: as(name),
        body: { fields: ['citizen.phone'], reason: '回访群众' },
      })
      const command = await office.ask('POST', `/cases/${id}/commands`, {
        token: as(name),
        headers: { 'idempotency-key': crypto.randomUUID() },
        body: { type: 'note', payload: { text: '看看' } },
      })
      expect([problemIn(reveal).code, problemIn(command).code]).toEqual(['case.notFound', 'case.notFound'])
    }
  })

  test('outside one’s own gives no rows and no counts, whatever it is asked by', async () => {
    for (const division of [otherCounty, city, '430900', '4309221120060', '430922112']) {
      const told = await get('duty.township', `/cases?queue=open&division=${division}`)
      if (told.status === 200) expect(told.body, division).toEqual({ items: [], nextCursor: null })
      else expect(problemIn(told).fields?.[0]?.path).toBe('division')
    }
    expect(problemIn(await get('duty.township', `/map/areas?division=${county}`)).code).toBe('thing.notFound')
    expect(idsIn(await get('duty.township', '/map/areas'))).toContain(village)
    expect(idsIn(await get('wall.city', '/map/areas?level=county'))).toHaveLength(8)
    expect(problemIn(await get('unit.city', '/map/areas')).code).toBe('auth.roleMissing')
  })

  test('a hidden case answers as a missing one does', async () => {
    const bodyOf = async (id: string) => {
      const { requestId: _id, ...problem } = problemIn(await get('duty.village', `/cases/${id}`))
      return problem
    }
    expect(await bodyOf(places.city.id)).toEqual(await bodyOf(crypto.randomUUID()))
  })

  test('the audit trail is for the audit administrator alone, who sees no case', async () => {
    for (const name of ['duty.city', 'leader.city', 'sysadmin.city', 'wall.city']) {
      expect(problemIn(await get(name, '/audit')).code, name).toBe('auth.roleMissing')
      expect(problemIn(await get(name, '/audit/verify')).code, name).toBe('auth.roleMissing')
    }
    expect((await get('auditadmin.city', '/audit/verify')).body).toMatchObject({ ok: true, firstBad: null })
    expect(problemIn(await get('auditadmin.city', `/cases/${places.city.id}`)).code).toBe('case.notFound')
    const page = await get('auditadmin.city', '/audit?limit=5')
    expect((page.body as { items: unknown[] }).items).toHaveLength(5)
    expect(JSON.stringify((await get('auditadmin.city', '/audit?limit=500')).body)).not.toMatch(secret)
  })
})

describe('a resident', () => {
  test('is masked in every list, case, timeline and search, also inside words (T68)', async () => {
    const { id } = places.village
    for (const path of ['/cases?queue=open', '/cases?q=路灯', `/cases/${id}`, `/cases/${id}/timeline`]) {
      const told = await get('duty.city', encodeURI(path))
      expect(told.status, path).toBe(200)
      expect(JSON.stringify(told.body), path).not.toMatch(secret)
    }
    const view = caseViewSchema.parse((await get('duty.city', `/cases/${id}`)).body)
    expect(view.citizen).toEqual({ name: expect.stringMatching(/^王\*+$/) as string, phone: '139****5678' })
    expect(view.revealable).toEqual(expect.arrayContaining(['citizen.phone', 'text']))
  })

  test('is shown in clear only by right, with a reason, and the audit trail tells of it', async () => {
    const { id } = places.village
    const ask = (name: string, body: object) => office.ask('POST', `/cases/${id}/reveal`, { token: as(name), body })
    const right = { fields: ['citizen.phone', 'text'], reason: '回访群众' }
    expect((await ask('duty.city', right)).body).toEqual({
      fields: { 'citizen.phone': '13912345678', text: clear.text },
    })
    expect(problemIn(await ask('duty.city', { fields: ['text'] })).fields?.[0]?.path).toBe('reason')
    expect(problemIn(await ask('duty.city', { ...right, fields: ['citizen.idNumber'] })).fields).toEqual([
      { path: 'fields.0', reason: '没有这一项可查看：citizen.idNumber' },
    ])
    expect(problemIn(await ask('leader.city', right)).code).toBe('auth.roleMissing')
    expect(problemIn(await ask('wall.city', right)).code).toBe('case.notFound')
    const audit = (await get('auditadmin.city', '/audit?limit=50')).body as {
      items: { action: string; detail: object }[]
    }
    const reveals = audit.items.filter((item) => item.action === 'case.reveal')
    expect(reveals).toMatchObject([{ detail: { fields: right.fields, reason: '回访群众' } }])
  })

  test('is found again by his phone number, however it is written; others’ matters are not shown', async () => {
    const lookUp = async (name: string, phone: string) =>
      office.ask('POST', '/callers/lookup', { token: as(name), body: { phone } })
    expect(idsIn(await lookUp('duty.township', '+86 139-1234 5678'))).toHaveLength(3)
    expect(idsIn(await lookUp('duty.city', '13912345679'))).toEqual([])
    expect(problemIn(await lookUp('leader.city', '13912345678')).code).toBe('auth.roleMissing')
    expect(problemIn(await lookUp('duty.city', 'no number')).fields?.[0]).toEqual({
      path: 'phone',
      reason: '电话号码格式不对',
    })
  })

  test('who tells the same matter again is noticed before it is saved', async () => {
    const told = await office.ask('POST', '/appeals/check', {
      token: as('duty.city'),
      body: { title: '路灯不亮', text: '门口路灯不亮', divisionCode: village, phone: '13912345678' },
    })
    const { items } = told.body as { items: { row: { id: string }; sameCaller: boolean }[] }
    expect(items.some((item) => item.sameCaller)).toBe(true)
    expect(JSON.stringify(told.body)).not.toMatch(secret)
  })

  test('follows his matter by its code alone, sees nothing of the inside, and rates it once', async () => {
    const { trackingCode, id } = await office.takeIn({ ...clear, title: '自己跟踪' })
    const track = (path = '', method = 'GET', body?: object) =>
      office.ask(method, `/track/${trackingCode}${path}`, body === undefined ? {} : { body })
    expect((await track()).body).toMatchObject({ title: '自己跟踪', state: 'registered', mayRate: false })
    expect(problemIn(await track('/rating', 'POST', { solved: true, satisfaction: 'satisfied' })).code).toBe(
      'transition.notNow',
    )
    expect((await track('/notes', 'POST', { text: '现在两盏都不亮了，我的电话13912345678' })).status).toBe(200)
    expect(problemIn(await track('/notes', 'POST', { text: '' })).fields?.[0]).toEqual({ path: 'text', reason: '必填' })
    const timeline = await get('duty.city', `/cases/${id}/timeline`)
    expect(JSON.stringify(timeline.body)).toContain('现在两盏都不亮了')
    expect(JSON.stringify(timeline.body)).not.toMatch(secret)
    for (const wrong of [
      '000000000000',
      trackingCode.slice(1),
      `${trackingCode}0`,
      encodeURIComponent("' OR 1=1 --"),
    ]) {
      expect(problemIn(await office.ask('GET', `/track/${wrong}`)), wrong).toMatchObject({ code: 'thing.notFound' })
    }
    expect(office.log()).not.toContain(trackingCode)
    expect(office.log()).not.toMatch(secret)
  })
})

describe('a search', () => {
  test.each([
    "' OR 1",
    "'; DROP TABLE cases; --",
    'NEAR(',
    '"',
    '""""',
    '*',
    'AND',
    'NOT 路灯',
    'title:路灯',
    `d_${otherCounty}`,
    '{路灯}',
    '，。！？、',
    '   ',
    '😀🀄',
    '\u0000',
    '𠮷',
    '\\',
    '%',
    '路'.repeat(200),
  ])('for %j is a search like any other and shows nothing outside the area (T73)', async (words) => {
    const told = await get('duty.village', `/cases?q=${encodeURIComponent(words)}`)
    expect(told.status).toBe(200)
    for (const id of idsIn(told)) expect(id).toBe(places.village.id)
  })

  test('of ten thousand characters or broken encoding is told apart from one that finds nothing (T73)', async () => {
    const long = await get('duty.city', `/cases?q=${'a'.repeat(10_000)}`)
    expect(problemIn(long).fields?.[0]?.path).toBe('q')
    expect((await get('duty.city', '/cases?q=%ED%A0%80%ff')).status).toBeLessThan(500)
    expect(problemIn(await get('duty.city', '/cases/%E0%A4%A')).code).toBe('thing.notFound')
  })
})

test('a unit handles only what was sent to it', async () => {
  const { id } = await office.takeIn({ title: '只给住建' })
  const order = (name: string, type: string, payload: object = {}) =>
    office.ask('POST', `/cases/${id}/commands`, {
      token: as(name),
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { type, payload },
    })
  await order('duty.city', 'accept')
  await order('duty.city', 'dispatch', { leadUnit: housing, urgency: 'normal' })
  expect(idsIn(await get('unit.city', '/cases?queue=acknowledge'))).toEqual([id])
  const other = await office.signIn('unit.county')
  expect(problemIn(await office.ask('GET', `/cases/${id}`, { token: other })).code).toBe('case.notFound')
})

test('an officer registers for his own area only; the hub says which field is wrong and takes nothing in', async () => {
  const register = (username: string, body: object) =>
    office.ask('POST', '/appeals', {
      token: tokens.get(username),
      headers: { 'idempotency-key': crypto.randomUUID() },
      body: { channel: 'visit', kind: 'help', title: '水管漏水', text: '门口水管漏水。', ...body },
    })
  const before = office.hub().ledger.cases.count()
  expect(
    problemIn(await register('duty.county', { divisionCode: otherCounty })).fields?.map(({ path }) => path),
  ).toEqual(['divisionCode'])
  expect(
    problemIn(await register('duty.county', { location: { lng: 112.1, lat: 28.5 } })).fields?.map(({ path }) => path),
  ).toEqual(['divisionCode'])
  expect(office.hub().ledger.cases.count()).toBe(before)
  expect((await register('duty.county', { divisionCode: village })).status).toBe(201)
})
