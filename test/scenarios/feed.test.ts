import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseRow } from '../../hub-server/contract/board.ts'
import { changesSchema } from '../../hub-server/contract/station.ts'
import { startHub, type RunningHub } from '../support/hubs.ts'

let office: RunningHub
let duty: string

beforeAll(async () => {
  office = await startHub()
  duty = await office.signIn('duty.city')
})
afterAll(() => office.stop())

const note = (caseId: string, text: string) => ({ id: crypto.randomUUID(), caseId, type: 'note', payload: { text } })

test('many changes come in few frames, the first at once, and the row ends as the hub has it', async () => {
  const { id } = await office.takeIn()
  const [officer, watcher] = [await office.desk(duty), await office.desk(duty)]
  await watcher.follow([{ board: 'cases' }])
  const frames: number[] = []
  watcher.socket.on('changes', () => frames.push(performance.now()))
  const startedAt = performance.now()
  const changes = 40
  for (let number = 1; number <= changes; number += 1) {
    expect(await officer.command(note(id, `第 ${String(number)} 条`))).toMatchObject({ ok: true })
  }
  const tookMs = performance.now() - startedAt
  const row = () => watcher.rows.get(`cases/${id}`) as CaseRow | undefined
  await watcher.until(() => row()?.version === changes + 1)
  expect(frames[0]).toBeLessThan(startedAt + tookMs + 50)
  // One at once and then one each 50 ms, however many changes there were.
  expect(frames.length).toBeLessThanOrEqual(tookMs / 49 + 2)
  officer.close()
  watcher.close()
})

test('a desk that follows while work goes on misses nothing between the first look and the live changes', async () => {
  const taken = await Promise.all(
    Array.from({ length: 5 }, (_, index) => office.takeIn({ title: `并发 ${String(index)}` })),
  )
  const officers = await Promise.all(taken.map(() => office.desk(duty)))
  const watchers = await Promise.all(Array.from({ length: 20 }, () => office.desk(duty)))
  const work = taken.map(async ({ id }, index) => {
    for (let number = 0; number < 20; number += 1) {
      await officers[index]?.command(note(id, `第 ${String(number)} 条`))
    }
  })
  const following = watchers.map((watcher) => watcher.follow([{ board: 'cases' }]))
  await Promise.all([...work, ...following])
  const versions = taken.map(({ id }) => office.hub().ledger.cases.byId(id)?.file.version)
  expect(versions).toEqual(taken.map(() => 21))
  for (const watcher of watchers) {
    await watcher.until(() => taken.every(({ id }) => (watcher.rows.get(`cases/${id}`) as CaseRow).version === 21))
  }
  for (const station of [...officers, ...watchers]) station.close()
})

test('a follow replaces the one before: the boards that were left bring nothing any more', async () => {
  const desk = await office.desk(duty)
  await desk.follow([{ board: 'cases' }])
  await desk.follow([{ board: 'numbers' }])
  const next = desk.next('changes')
  await office.takeIn({ title: '换板' })
  const { changes } = changesSchema.parse(await next)
  expect(new Set(changes.map(({ board }) => board))).toEqual(new Set(['numbers']))
  desk.close()
})
