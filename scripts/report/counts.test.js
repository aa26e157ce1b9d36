import { expect, test } from 'vitest'
import { addCounts, countLine, countsOfReport, exitCodeOf, oneFailed, onePassed } from './counts.js'

const skipped = { passed: 0, failed: [], skipped: [{ name: 'a', reason: 'no display' }] }

test('the counts of all steps are added up, with their names and reasons', () => {
  const total = addCounts([onePassed, onePassed, oneFailed('lint'), skipped])
  expect(total).toEqual({ passed: 2, failed: ['lint'], skipped: skipped.skipped })
  expect(countLine(total)).toBe('2 passed, 1 failed, 1 skipped')
})

test('a run succeeds only when something passed and nothing failed', () => {
  expect(exitCodeOf(onePassed)).toBe(0)
  expect(exitCodeOf(addCounts([onePassed, oneFailed('lint')]))).toBe(1)
  expect(exitCodeOf(skipped)).toBe(1)
  expect(exitCodeOf(addCounts([]))).toBe(1)
})

test('a run that ends without a report counts as one failure', () => {
  expect(countsOfReport(undefined, 134, 'vitest').failed).toEqual([
    'vitest: ended with code 134 before it could report',
  ])
})

test('a run that ends badly although every test passed counts as one failure', () => {
  expect(countsOfReport({ passed: 7, failed: [], skipped: [] }, 1, 'vitest')).toEqual({
    passed: 7,
    failed: ['vitest: ended with code 1'],
    skipped: [],
  })
})

test('a failure is not counted twice because the run ended with a code', () => {
  expect(countsOfReport({ passed: 7, failed: ['a'], skipped: [] }, 1, 'vitest').failed).toEqual(['a'])
})
