import { expect, test } from 'vitest'
import { formatRemaining, formatSpan, remainingOf } from './format-remaining.ts'

const words = { day: '天', over: '超' }
const at = (text: string) => Date.parse(text)
const duty = at('2026-10-12T14:26:08+08:00')

test('a countdown reads as the desk shows it on one afternoon', () => {
  expect(formatRemaining(at('2026-10-12T18:00:00+08:00') - duty, words)).toBe('03:34')
  expect(formatRemaining(at('2026-10-13T18:00:00+08:00') - duty, words)).toBe('1天 3:34')
  expect(formatRemaining(at('2026-10-12T15:05:00+08:00') - duty, words)).toBe('00:39')
  expect(formatRemaining(at('2026-10-10T18:00:00+08:00') - duty, words)).toBe('超 1天 20:26')
})

test('minutes and seconds are written with their own marks and only under an hour', () => {
  expect(formatRemaining(at('2026-10-12T14:33:00+08:00') - duty, words, 'second')).toBe('6′52″')
  expect(formatRemaining(9_000, words, 'second')).toBe('0′09″')
  expect(formatRemaining(59 * 60_000 + 59_500, words, 'second')).toBe('60′00″')
  expect(formatRemaining(2 * 3_600_000, words, 'second')).toBe('02:00')
})

test('the due moment itself is not past due, one millisecond later is', () => {
  expect(remainingOf(0, '天')).toEqual({ overdue: false, figure: '00:00' })
  expect(remainingOf(-1, '天')).toEqual({ overdue: true, figure: '00:00' })
  expect(formatRemaining(-60_000, words)).toBe('超 00:01')
})

test('a day begins with its 24th hour', () => {
  expect(formatRemaining(24 * 3_600_000 - 60_000, words)).toBe('23:59')
  expect(formatRemaining(24 * 3_600_000, words)).toBe('1天 0:00')
  expect(formatRemaining(24 * 3_600_000, { day: 'd', over: 'over' })).toBe('1d 0:00')
})

test('a length that has passed is never rounded up', () => {
  expect(formatSpan(418_900, '天')).toBe('6′58″')
  expect(formatSpan(3_600_000 + 22 * 60_000 + 59_000, '天')).toBe('01:22')
  expect(formatSpan(-5, '天')).toBe('0′00″')
})
