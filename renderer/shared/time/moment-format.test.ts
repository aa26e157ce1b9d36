import { expect, test } from 'vitest'
import { momentWordsOf } from '../text/moment-words.ts'
import { createMomentFormat } from './moment-format.ts'

const zh = createMomentFormat(momentWordsOf('zh-CN'))
const en = createMomentFormat(momentWordsOf('en'))
const at = (text: string) => Date.parse(text)
const now = at('2026-10-12T14:26:08+08:00')

test('a due moment says today, else the date, and the year only when it is another', () => {
  expect(zh.short(at('2026-10-12T18:00:00+08:00'), now)).toBe('今天 18:00')
  expect(zh.short(at('2026-10-13T18:00:00+08:00'), now)).toBe('10月13日 18:00')
  expect(zh.short(at('2027-01-04T18:00:00+08:00'), now)).toBe('2027年1月4日 18:00')
  expect(en.short(at('2026-10-12T18:00:00+08:00'), now)).toBe('today 18:00')
  expect(en.short(at('2027-01-04T18:00:00+08:00'), now)).toBe('4 Jan 2027 18:00')
})

test('the day turns at midnight of the office, not of Greenwich', () => {
  const lateEvening = at('2026-10-12T23:59:00+08:00')
  expect(zh.short(at('2026-10-13T00:00:00+08:00'), lateEvening)).toBe('10月13日 00:00')
  expect(zh.short(at('2026-10-12T00:00:00+08:00'), lateEvening)).toBe('今天 00:00')
})

test('the head of a screen tells date, weekday and time', () => {
  expect(zh.dayAndWeekday(now)).toBe('10月12日 周一')
  expect(zh.clock(now)).toBe('14:26:08')
  expect(en.dayAndWeekday(now)).toBe('12 Oct Mon')
})

test('an age grows through seconds, minutes, hours and days', () => {
  expect(zh.age(now - 500, now)).toBe('刚刚')
  expect(zh.age(now - 3_400, now)).toBe('3 秒前')
  expect(zh.age(now - 119_000, now)).toBe('1 分前')
  expect(zh.age(now - 3 * 3_600_000, now)).toBe('3 时前')
  expect(en.age(now - 2 * 86_400_000, now)).toBe('2 d ago')
})
