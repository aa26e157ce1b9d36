import { createReadStream, existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer } from '../contract/refusal.ts'
import { toIncoming, type MapRowOptions } from './map-row.ts'
import { parseMap } from './parse-map.ts'
import { readIncoming } from './read-incoming.ts'
import type { RowValue } from './read-rows.ts'
import { readTime } from './civil-time.ts'

const options: MapRowOptions = {
  now: '2026-11-22T09:00:00+08:00',
  places: {
    isDivision: (code) => ['430900000000', '430903000000', '430922101000'].includes(code),
    isGrid: (code) => code === '4309221012090001',
    divisionNamed: (name) => (name === '桃花江镇' ? '430922101000' : undefined),
  },
  categories: new Set(['城乡建设', '城乡建设/村镇建设']),
}

function taken(row: RowValue, more: Partial<MapRowOptions> = {}) {
  const answer = toIncoming(row, { ...options, ...more })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value
}

/** `path reason` of each bad field. */
function faults(answer: Answer<unknown>): string[] {
  return answer.ok ? [] : (answer.refusal.fields ?? []).map(({ path, reason }) => `${path} ${reason}`)
}

const row = { title: '路灯不亮', text: '村口的路灯坏了。' }

test('the body of a request is taken as it is', () => {
  const body = {
    ...row,
    channel: 'hotline12345',
    kind: 'help',
    gridCode: '4309221012090001',
    citizen: { name: '王芳', phone: '13812345678' },
    category: '城乡建设/村镇建设',
    externalId: 'A-1',
    attachments: ['019aa7c1-1234-7abc-8def-123456789012'],
  }
  expect(taken(body)).toEqual({ appeal: body })
})

test('where a row says nothing it is a complaint from the web, without a resident, filed nowhere yet', () => {
  expect(taken(row)).toEqual({ appeal: { ...row, channel: 'web', kind: 'complaint', citizen: {} } })
})

test('a row of the petitions list keeps its times and its reply, and its category when the taxonomy knows it', () => {
  const petition = {
    id: 'x-1',
    source: 'x',
    time: '2011-04-02T18:00:54+08:00',
    title: '路灯不亮',
    text: '村口的路灯坏了。',
    cat1: '城乡建设',
    reply: '已修好。',
    reply_time: '2011-04-12T10:12:25+08:00',
    pref_code: '430900',
    county_code: '430903',
    county_name: '赫山区',
  }
  expect(taken(petition)).toEqual({
    appeal: {
      ...row,
      channel: 'web',
      kind: 'complaint',
      citizen: {},
      externalId: 'x-1',
      occurredAt: petition.time,
      category: '城乡建设',
      divisionCode: '430903000000',
    },
    history: { registeredAt: petition.time, reply: { text: '已修好。', at: petition.reply_time } },
  })
  expect(taken({ ...petition, cat1: '别的', reply: null, reply_time: null, county_code: null })).toMatchObject({
    appeal: { divisionCode: '430900000000' },
    history: { registeredAt: petition.time },
  })
  expect(taken({ ...petition, cat1: '别的' }).appeal.category).toBeUndefined()
  expect(taken({ ...petition, reply_time: '2010-01-01T00:00:00+08:00' }).history?.reply?.at).toBe(petition.time)
})

test('columns of any name are read by a map, Chinese words for kind and channel too', () => {
  const map = parseMap(
    'title=标题,text=内容, occurredAt = 受理 时间,kind=类型,channel=来源,citizen.name=姓名,phone=电话,place=地址',
  )
  if (!map.ok) throw new Error('the map is good')
  const table = {
    标题: '井盖',
    内容: '井盖丢了',
    '受理 时间': '2026/11/3 8:05',
    类型: '求助',
    来源: '微信群',
    姓名: '王芳',
    电话: '（0737）422 2222',
    地址: '桃花江镇',
    title: 'not this one',
  }
  expect(taken(table, { map: map.value })).toEqual({
    appeal: {
      title: '井盖',
      text: '井盖丢了',
      kind: 'help',
      channel: 'wechatGroup',
      citizen: { name: '王芳', phone: '0737 422 2222' },
      occurredAt: '2026-11-03T08:05:00+08:00',
      divisionCode: '430922101000',
    },
    history: { registeredAt: '2026-11-03T08:05:00+08:00' },
  })
})

test('a map that cannot be read names each mistake', () => {
  expect(parseMap('title=标题，text＝内容')).toEqual({ ok: true, value: { title: '标题', text: '内容' } })
  expect(faults(parseMap('titel=标题,text,=x,phone=,text=a,text=b,constructor=c'))).toEqual([
    'map map.unknownField',
    'map map.form',
    'map map.form',
    'map map.form',
    'map map.twice',
    'map map.unknownField',
  ])
  expect(faults(parseMap(''))).toEqual(['map map.form'])
})

test('a missing title is the first sentence of the text, shortened', () => {
  expect(taken({ text: '路灯坏了。请修！' }).appeal.title).toBe('路灯坏了')
  expect(taken({ title: '  ', text: '长'.repeat(300) }).appeal.title).toBe(`${'长'.repeat(59)}…`)
  expect(taken({ text: '？？' }).appeal.title).toBe('？？')
})

test('no row is lost for its place: what no code of the area is found for is kept as it was said', () => {
  expect(taken({ ...row, county_code: '430181', county_name: '浏阳市' })).toMatchObject({ placeText: '浏阳市 430181' })
  expect(taken({ ...row, divisionCode: '4309' }).appeal.divisionCode).toBe('430900000000')
  expect(taken({ ...row, divisionCode: 430903 }).appeal.divisionCode).toBe('430903000000')
  expect(taken({ ...row, divisionCode: '4309221012090001' }).appeal.gridCode).toBe('4309221012090001')
  expect(taken({ ...row, place: '老桥头' })).toMatchObject({ placeText: '老桥头' })
  expect(taken({ ...row, lng: '112.3', lat: '28.5' }).appeal.location).toEqual({ lng: 112.3, lat: 28.5 })
  expect(taken({ ...row, location: { lng: 112.3, lat: 28.5 } }).appeal.location).toEqual({ lng: 112.3, lat: 28.5 })
})

test('what is too long, of no known kind or no time is named by its field, all at once', () => {
  const answer = toIncoming(
    {
      title: '长'.repeat(201),
      text: '长'.repeat(20_001),
      kind: 'anger',
      channel: 'pigeon',
      occurredAt: '45123',
      reply: '长'.repeat(20_001),
      citizen: { phone: 'none', name: '长'.repeat(61) },
      lng: 'east',
      lat: 91,
    },
    options,
  )
  expect(faults(answer).sort()).toEqual([
    'channel input.notOneOf',
    'citizen.name input.tooLong',
    'citizen.phone input.form',
    'kind input.notOneOf',
    'location.lat input.tooBig',
    'location.lng input.type',
    'occurredAt time.form',
    'reply input.tooLong',
    'text input.tooLong',
    'title input.tooLong',
  ])
  expect(faults(toIncoming({}, options))).toEqual(['title input.required', 'text input.required'])
  expect(faults(toIncoming({ ...row, occurredAt: '2026-11-23 00:00' }, options))).toEqual(['occurredAt time.future'])
  expect(faults(toIncoming({ ...row, title: 5 }, options))).toEqual(['title input.type'])
})

test('times are read as lists write them, as time in China', () => {
  const times: readonly (readonly [string, string | undefined])[] = [
    ['2026-11-22T01:00:00Z', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22T09:00', '2026-11-22T09:00:00+08:00'],
    ['2026-11-22 09:00:01.5', '2026-11-22T09:00:01+08:00'],
    ['2026/1/2 9:05', '2026-01-02T09:05:00+08:00'],
    ['2026.1.2', '2026-01-02T00:00:00+08:00'],
    ['2026年1月2日', '2026-01-02T00:00:00+08:00'],
    ['2026年1月2日 9时5分', '2026-01-02T09:05:00+08:00'],
    ['2026年1月2日9点', '2026-01-02T09:00:00+08:00'],
    ['2026-02-30', undefined],
    ['26-1-2', undefined],
    ['45123.5', undefined],
    ['昨天', undefined],
    ['2026-01-02 9', undefined],
    ['', undefined],
  ]
  for (const [written, read] of times) expect([written, readTime(written)]).toEqual([written, read])
})

test('any row at all is answered, and what is taken in keeps the limits', () => {
  const keys = fc.constantFrom('title', 'text', 'kind', 'time', 'reply', 'citizen', 'lng', 'county_code', 'id', 'cat1')
  fc.assert(
    fc.property(fc.dictionary(keys, fc.anything()), (any) => {
      const answer = toIncoming(any, options)
      if (answer.ok) expect(answer.value.appeal.title.length).toBeLessThanOrEqual(200)
      else expect(faults(answer)).not.toEqual([])
    }),
  )
  expect(taken({ title: 'a\0b\ud800', text: 'x' }).appeal.title).toBe('ab\ufffd')
})

const petitions = new URL('../../../shared/data/petitions/hunan-petitions.jsonl.gz', import.meta.url)

test.skipIf(!existsSync(petitions))(
  'every row of the petitions list is taken in (skipped where the list is absent)',
  async () => {
    const folder = new URL('../../resources/reference/', import.meta.url)
    const known = new Set(
      (JSON.parse(readFileSync(new URL('divisions.json', folder), 'utf8')) as { items: { code: string }[] }).items.map(
        ({ code }) => code,
      ),
    )
    const places = { ...options.places, isDivision: (code: string) => known.has(code) }
    let rows = 0
    let placed = 0
    let replied = 0
    for await (const { line, incoming } of readIncoming(createReadStream(petitions), { ...options, places })) {
      expect([line, faults(incoming)]).toEqual([rows + 1, []])
      rows += 1
      if (!incoming.ok) continue
      placed += incoming.value.appeal.divisionCode === undefined ? 0 : 1
      replied += incoming.value.history?.reply === undefined ? 0 : 1
    }
    expect({ rows, replied }).toEqual({ rows: 10_262, replied: 2485 })
    expect(placed).toBeGreaterThan(100)
  },
)
