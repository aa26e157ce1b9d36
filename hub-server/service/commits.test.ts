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
  return { ledger: opened, commits: makeCommits(opened, bell), rings: () => rings }
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
  const { ledger, commits } = office()
  const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })
  const lost = commits.submit(() => {
    throw full
  })
  await expect(lost).rejects.toThrow('disk is full')
  await expect(commits.submit(() => ledger.caseNumbers.next('2026-11-25'))).rejects.toThrow('disk is full')
  expect(commits.failure).toBe(full)
})
