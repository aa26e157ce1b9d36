import { afterEach, expect, test } from 'vitest'
import { openLedger, type Ledger } from '../store/open-ledger.ts'
import { makeBell } from './bell.ts'
import { makeCommits } from './commits.ts'

let ledger: Ledger | undefined
afterEach(() => {
  ledger?.close()
  ledger = undefined
})

function office() {
  const opened = openLedger(':memory:', '430900000000')
  ledger = opened
  const bell = makeBell()
  let rings = 0
  bell.onRing(() => {
    rings += 1
  })
  let ms = 0
  const push = (by: number) => {
    ms += by
  }
  return { ledger: opened, commits: makeCommits(opened, bell, () => ms), rings: () => rings, push }
}

test('orders that arrive together share one commit and one ring', async () => {
  const { ledger, commits, rings } = office()
  const numbers = await Promise.all([1, 2, 3].map(() => commits.submit(() => ledger.caseNumbers.next('2026-11-25'))))
  expect(numbers).toEqual([1, 2, 3])
  expect(rings()).toBe(1)
})

test('an order that fails in the middle of a commit undoes itself and no other', async () => {
  const { ledger, commits } = office()
  const count = () => ledger.caseNumbers.next('2026-11-25')
  const answers = await Promise.allSettled([
    commits.submit(count),
    commits.submit(() => {
      count()
      throw new Error('broken')
    }),
    commits.submit(count),
  ])
  expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : String(answer.reason)))).toEqual([
    1,
    'Error: broken',
    2,
  ])
  expect(count()).toBe(3)
})

test('after the disk has failed nothing is acknowledged any more', async () => {
  const { ledger, commits, push } = office()
  const broken = Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_FSYNC' })
  const lost = commits.submit(() => {
    throw broken
  })
  await expect(lost).rejects.toThrow('disk I/O error')
  push(3_600_000)
  await expect(commits.submit(() => ledger.caseNumbers.next('2026-11-25'))).rejects.toThrow('disk I/O error')
  expect(commits.failure).toBe(broken)
})

test('a full disk takes nothing until there is room again; then work goes on without a new start (T39)', async () => {
  const { ledger, commits, push } = office()
  const pages = (most?: number) => ledger.db.pragma(`max_page_count${most === undefined ? '' : ` = ${String(most)}`}`)
  const ordinary = Number(ledger.db.pragma('max_page_count', { simple: true }))
  const write = (key: string, size: number) =>
    commits.submit(() => {
      ledger.answers.keep(key, 'hash', 'x'.repeat(size), 0)
    })
  await write('before', 10)
  pages(Number(ledger.db.pragma('page_count', { simple: true })))
  await expect(write('too much', 100_000)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  await expect(write('at once', 10)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  pages(ordinary)
  await expect(write('within a second', 10)).rejects.toMatchObject({ code: 'SQLITE_FULL' })
  push(1000)
  await write('with room', 100_000)
  expect(commits.failure).toBeUndefined()
  expect(['before', 'too much', 'with room'].map((key) => ledger.answers.recall(key) !== undefined)).toEqual([
    true,
    false,
    true,
  ])
})
