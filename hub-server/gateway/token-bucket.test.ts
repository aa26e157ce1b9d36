import { expect, test } from 'vitest'
import { makeTokenBucket } from './token-bucket.ts'

test('a burst passes at once, then only so many a second', () => {
  let ms = 0
  const bucket = makeTokenBucket({ perSecond: 20, burst: 60 }, () => ms)
  const taken = (tries: number) => Array.from({ length: tries }, () => bucket.take()).filter(Boolean).length
  expect(taken(100)).toBe(60)
  expect(bucket.waitSeconds()).toBe(1)
  ms += 1000
  expect(taken(100)).toBe(20)
  ms += 3_600_000
  expect(taken(100)).toBe(60)
})
