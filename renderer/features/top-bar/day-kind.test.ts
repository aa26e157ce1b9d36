import { expect, test } from 'vitest'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { dayKindOf } from './day-kind.ts'

const calendar = {
  holidays: [{ date: '2026-10-01', name: '国庆节' }],
  makeUpWorkdays: [{ date: '2026-10-10', name: '国庆调休' }],
}
const kind = (instant: string) => dayKindOf(msOf(instant), calendar)

test('a day is what the calendar says, and a weekend otherwise rests', () => {
  expect(kind('2026-10-12T09:00:00+08:00')).toEqual({ kind: 'work' })
  expect(kind('2026-10-11T09:00:00+08:00')).toEqual({ kind: 'rest' })
  expect(kind('2026-10-10T09:00:00+08:00')).toEqual({ kind: 'makeUp' })
  expect(kind('2026-10-01T00:00:00+08:00')).toEqual({ kind: 'holiday', name: '国庆节' })
})

test('the day is that of the office: 23:59 and 00:00 in Shanghai are two days', () => {
  expect(kind('2026-09-30T23:59:59+08:00')).toEqual({ kind: 'work' })
  expect(kind('2026-10-01T00:00:00+08:00').kind).toBe('holiday')
  expect(kind('2026-10-02T00:00:00+08:00')).toEqual({ kind: 'work' })
})
