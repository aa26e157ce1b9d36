/**
 * Lists read to their end while the office works: nothing twice, and nothing left out that stood there all the time. Only what itself moved
 * down a queue meanwhile, to a later due time, may be met again there, as it is now.
 */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { housing, sampleAppeal, startHub, type RunningHub } from '../support/hubs.ts'

const pageSchema = z.object({
  items: z.array(z.object({ id: z.string() }).or(z.object({ seq: z.int() }))),
  nextCursor: z.string().nullable(),
})

let office: RunningHub
let duty: string
const standing: string[] = []
const moved = new Set<string | number>()

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  duty = await office.signIn('duty.city')
  for (let index = 0; index < 40; index += 1) {
    standing.push((await office.takeIn({ title: `第${String(index)}盏路灯不亮` })).id)
    if (index % 5 === 0) await office.wait({ minutes: 1 })
  }
})
afterAll(() => office.stop())

/** All names of a list, page by page, with something done between two pages. */
async function readAll(path: string, token: string, between: (page: number) => Promise<unknown>) {
  const names: (string | number)[] = []
  let cursor: string | null = ''
  for (let page = 0; cursor !== null; page += 1) {
    if (page > 100) throw new Error('the list has no end')
    const more: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const told = await office.ask('GET', `${path}${path.includes('?') ? '&' : '?'}limit=7${more}`, { token })
    const { items, nextCursor } = pageSchema.parse(told.body)
    expect(items.length).toBeLessThanOrEqual(7)
    names.push(...items.map((item) => ('id' in item ? item.id : item.seq)))
    cursor = nextCursor
    await between(page)
  }
  return names
}

const order = (id: string, type: string, payload: object = {}) =>
  office.ask('POST', `/cases/${id}/commands`, {
    token: duty,
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { type, payload },
  })

/** A new appeal comes in and one that stood there goes to a unit. */
async function work(page: number): Promise<void> {
  await office.takeIn({ title: `又一盏路灯不亮 ${String(page)}` })
  const id = standing.pop() ?? ''
  moved.add(id)
  expect((await order(id, 'accept')).status).toBe(200)
  expect((await order(id, 'dispatch', { leadUnit: housing, urgency: 'normal' })).status).toBe(200)
}

test.each(['/cases?queue=triage', '/cases?queue=open', '/cases', `/cases?q=${encodeURIComponent('路灯')}`])(
  '%s',
  async (path) => {
    const names = await readAll(path, duty, work)
    const twice = names.filter((name, place) => names.indexOf(name) !== place)
    expect(twice.filter((name) => !moved.has(name))).toEqual([])
    expect(standing.filter((id) => !names.includes(id))).toEqual([])
  },
)

test('a course and the audit trail', async () => {
  const [id = ''] = standing
  for (let index = 0; index < 9; index += 1) await order(id, 'note', { text: `第${String(index)}次来电` })
  const course = await readAll(`/cases/${id}/timeline`, duty, () => order(id, 'note', { text: '又来电' }))
  expect(course).toEqual([...new Set(course)].toSorted((a, b) => Number(a) - Number(b)))
  expect(course.length).toBeGreaterThan(10)
  const auditor = await office.signIn('auditadmin.city')
  const rows = await readAll('/audit', auditor, () => office.takeIn({ title: sampleAppeal.title }))
  expect(rows).toEqual(Array.from({ length: rows.length }, (_row, index) => rows.length - index))
})
