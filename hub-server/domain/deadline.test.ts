import { describe, expect, test } from 'vitest'
import { shippedCalendar as calendar } from '../../test/support/rule-documents.ts'
import type { Due, Length } from '../contract/clock.ts'
import { dueOf } from './deadline.ts'

function due(startAt: string, length: Length): Due {
  return dueOf({ startAt, length, calendar, dayEndsAt: '18:00:00', naturalDayEndsAt: '23:59:59' })
}

/** rules.md 3.4.3, test vectors; run with the calendar of 2026. */
describe('the vectors of rules.md 3.4.3', () => {
  test.each<[string, Length, string, string]>([
    ['2026-09-30', '5wd', '2026-10-13', '10-10 六 counts'],
    ['2026-02-13', '5wd', '2026-02-27', '02-14 六 counts'],
    ['2026-04-30', '5wd', '2026-05-11', '05-09 六 counts'],
    ['2026-09-18', '2wd', '2026-09-21', '09-20 日 counts'],
    ['2026-01-01', '1wd', '2026-01-04', 'a Sunday that is worked'],
    ['2026-11-20', '15wd', '2026-12-11', 'three plain weekends'],
    ['2026-09-20', '15d', '2026-10-08', '10-05 rolls over 国庆'],
    ['2026-02-03', '15d', '2026-02-24', '02-18 rolls over 春节'],
    ['2026-08-04', '60d', '2026-10-08', '10-03 rolls over 国庆'],
    ['2026-08-11', '60d', '2026-10-10', 'a make-up Saturday does not roll'],
    ['2026-12-01', '30d', '2026-12-31', 'the last covered day'],
  ])('from %s, %s is due on %s: %s', (date, length, dueDate) => {
    const end = length.endsWith('wd') ? '18:00:00' : '23:59:59'
    for (const time of ['00:00:00', '09:00:00', '23:59:59']) {
      expect(due(`${date}T${time}+08:00`, length)).toMatchObject({
        dueAt: `${dueDate}T${end}+08:00`,
        provisional: false,
        calendarVersion: 'cn-2026.1',
      })
    }
  })

  test('from 2026-12-25, 5wd is provisional: 12-28 to 12-31 are four, the fifth is in 2027', () => {
    expect(due('2026-12-25T09:00:00+08:00', '4wd')).toMatchObject({
      dueAt: '2026-12-31T18:00:00+08:00',
      provisional: false,
    })
    expect(due('2026-12-25T09:00:00+08:00', '5wd')).toMatchObject({
      dueAt: '2027-01-04T18:00:00+08:00',
      provisional: true,
    })
  })
})

/** trust.md T76. */
describe('T76: deadlines over 国庆 with swapped days, on 29 February and in a year without a table', () => {
  test('国庆 2025 with the made-up Saturday 10-11', () => {
    expect(due('2025-09-30T17:59:00+08:00', '3wd').dueAt).toBe('2025-10-11T18:00:00+08:00')
  })

  test('29 February is a day like any other', () => {
    expect(due('2024-02-28T09:00:00+08:00', '1wd').dueAt).toBe('2024-02-29T18:00:00+08:00')
    expect(due('2024-02-28T09:00:00+08:00', '1d').dueAt).toBe('2024-02-29T23:59:59+08:00')
    expect(due('2024-02-28T09:00:00+08:00', '24h').dueAt).toBe('2024-02-29T09:00:00+08:00')
  })

  test('a year from 29 February ends on 28 February', () => {
    const { dueAt, proof } = due('2024-02-29T09:00:00+08:00', '1y')
    expect(dueAt).toBe('2025-02-28T23:59:59+08:00')
    expect(proof).toContain('期满日：到期月没有对应日，以月末日 2025-02-28 为期满日（民法典第202条）')
  })

  test('a year without a table gives a warning, never silence', () => {
    for (const start of ['2028-02-28T09:00:00+08:00', '2020-10-01T09:00:00+08:00']) {
      for (const length of ['1wd', '15d', 'sameWorkday', '1mo'] as const) {
        const { provisional, proof } = due(start, length)
        expect(provisional).toBe(true)
        expect(proof.at(-1)).toBe(
          '暂定：覆盖范围以外没有放假通知，按周一至周五和法定固定假日推算，通知发布后须重新核定',
        )
      }
    }
  })

  test('past the table weekends and the holidays fixed by law are still rest days', () => {
    expect(due('2027-04-30T09:00:00+08:00', '1wd').dueAt).toBe('2027-05-03T18:00:00+08:00')
    expect(due('2027-09-30T09:00:00+08:00', '1wd').dueAt).toBe('2027-10-04T18:00:00+08:00')
  })
})

describe('hours and minutes', () => {
  test('run day and night, over a holiday and past the covered range, and are never provisional', () => {
    expect(due('2026-10-01T10:00:00+08:00', '24h')).toMatchObject({ dueAt: '2026-10-02T10:00:00+08:00' })
    expect(due('2026-02-16T23:50:00+08:00', '15min')).toMatchObject({ dueAt: '2026-02-17T00:05:00+08:00' })
    expect(due('2026-12-31T23:00:00.250+08:00', '2h')).toMatchObject({
      dueAt: '2027-01-01T01:00:00.250+08:00',
      provisional: false,
    })
  })
})

describe('the same working day', () => {
  test.each([
    ['2026-11-25T09:00:00+08:00', '2026-11-25', 'a working day before the close'],
    ['2026-11-25T17:59:59.999+08:00', '2026-11-25', 'the last moment'],
    ['2026-11-25T18:00:00+08:00', '2026-11-26', 'the close itself'],
    ['2026-11-27T20:00:00+08:00', '2026-11-30', 'a Friday evening'],
    ['2026-10-10T09:00:00+08:00', '2026-10-10', 'a made-up Saturday'],
    ['2026-10-03T09:00:00+08:00', '2026-10-08', 'a holiday'],
  ])('from %s is due at the close of %s: %s', (start, dueDate) => {
    expect(due(start, 'sameWorkday').dueAt).toBe(`${dueDate}T18:00:00+08:00`)
  })
})

describe('months', () => {
  test.each<[string, Length, string]>([
    ['2026-03-10', '1mo', '2026-04-10'],
    ['2026-01-31', '1mo', '2026-02-28'],
    ['2025-12-31', '2mo', '2026-02-28'],
    ['2026-09-05', '1mo', '2026-10-08'],
    ['2025-11-30', '13mo', '2026-12-30'],
  ])('from %s, %s is due on %s', (date, length, dueDate) => {
    expect(due(`${date}T09:00:00+08:00`, length).dueAt).toBe(`${dueDate}T23:59:59+08:00`)
  })
})

test('the close of business and the end of the day are the profile’s', () => {
  const term = { startAt: '2026-11-20T09:00:00+08:00', calendar, dayEndsAt: '17:30:00', naturalDayEndsAt: '12:00:00' }
  expect(dueOf({ ...term, length: '1wd' }).dueAt).toBe('2026-11-23T17:30:00+08:00')
  expect(dueOf({ ...term, length: '3d' }).dueAt).toBe('2026-11-23T12:00:00+08:00')
  expect(dueOf({ ...term, startAt: '2026-11-20T17:30:00+08:00', length: 'sameWorkday' }).dueAt).toBe(
    '2026-11-23T17:30:00+08:00',
  )
})

describe('the proof', () => {
  test('of working days names start, each block of rest, each made-up day, due and calendar', () => {
    expect(due('2026-09-30T10:00:00+08:00', '5wd').proof).toEqual([
      '起算：2026-09-30 周三 10:00:00，当日不计，自次日 2026-10-01 周四 起算（民法典第201条）',
      '期限：5个工作日',
      '跳过：2026-10-01 周四 至 2026-10-07 周三，国庆节',
      '计入：2026-10-10 周六，国庆节调休上班，是工作日',
      '跳过：2026-10-11 周日，周末',
      '到期：2026-10-13 周二 18:00:00，业务时间结束（民法典第203条）',
      '日历：cn-2026.1，覆盖 2024-01-01 至 2026-12-31',
    ])
  })

  test('past the covered range says what was assumed', () => {
    expect(due('2026-12-25T10:00:00+08:00', '5wd').proof.slice(2)).toEqual([
      '跳过：2026-12-26 周六 至 2026-12-27 周日，周末',
      '跳过：2027-01-01 周五 至 2027-01-03 周日，元旦、周末',
      '到期：2027-01-04 周一 18:00:00，业务时间结束（民法典第203条）',
      '日历：cn-2026.1，覆盖 2024-01-01 至 2026-12-31',
      '暂定：覆盖范围以外没有放假通知，按周一至周五和法定固定假日推算，通知发布后须重新核定',
    ])
  })

  test('of natural days says why the last day moves or stays', () => {
    expect(due('2026-09-20T10:00:00+08:00', '15d').proof).toContain(
      '顺延：期满日 2026-10-05 周一 休息（国庆节），顺延至休息日结束后的 2026-10-08 周四（民法典第203条）',
    )
    expect(due('2026-08-11T10:00:00+08:00', '60d').proof).toContain('不顺延：期满日 2026-10-10 周六 为国庆节调休上班日')
  })

  test('of hours names no calendar', () => {
    expect(due('2026-10-01T10:00:00+08:00', '24h').proof).toEqual([
      '起算：2026-10-01 周四 10:00:00，自该时起算，昼夜和节假日连续计算（民法典第201条）',
      '期限：24小时',
      '到期：2026-10-02 周五 10:00:00',
    ])
  })

  test('of the same working day says why the next one was taken', () => {
    expect(due('2026-10-03T10:00:00+08:00', 'sameWorkday').proof[0]).toBe(
      '起算：2026-10-03 周六 10:00:00，当日休息（国庆节），转入下一工作日 2026-10-08 周四',
    )
    expect(due('2026-11-25T18:30:00+08:00', 'sameWorkday').proof[0]).toBe(
      '起算：2026-11-25 周三 18:30:00，已到下班时间，转入下一工作日 2026-11-26 周四',
    )
    expect(due('2026-11-25T08:30:00+08:00', 'sameWorkday').proof).toEqual([
      '起算：2026-11-25 周三 08:30:00，当日为工作日，在下班时间之前',
      '期限：当个工作日内',
      '到期：2026-11-25 周三 18:00:00，业务时间结束（民法典第203条）',
      '日历：cn-2026.1，覆盖 2024-01-01 至 2026-12-31',
    ])
  })
})
