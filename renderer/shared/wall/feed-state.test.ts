import { beforeAll, expect, test } from 'vitest'
import i18next from 'i18next'
import { startTexts } from '../text/i18n.ts'
import { feedState } from './feed-state.ts'
import { largestSpan, spanWords } from './span-words.ts'

beforeAll(() => startTexts('zh-CN'))

test('a feed is stale after three missed beats, not before, and never when it has not begun', () => {
  expect(feedState(0, 15_000)).toEqual({ at: 0, stale: false })
  expect(feedState(0, 15_001)).toEqual({ at: 0, stale: true })
  expect(feedState(null, 99_000)).toEqual({ at: null, stale: false })
})

test('how long something lasts is said in the units that matter', () => {
  const minute = 60_000
  expect(spanWords(24_000, i18next.t)).toBe('24秒')
  expect(spanWords(82 * minute, i18next.t)).toBe('1时22分')
  expect(spanWords(50 * 60 * minute, i18next.t)).toBe('2天2时')
  expect([24_000, 4 * minute, 15 * 60 * minute, 50 * 60 * minute].map((ms) => largestSpan(ms, i18next.t))).toEqual([
    '24秒',
    '4分',
    '15时',
    '2天',
  ])
})
