import { describe, expect, test } from 'vitest'
import { dueQuestionSchema, lengthParts, lengthSchema, type Length } from './clock.ts'

describe('a length', () => {
  test.each<[Length, number, string]>([
    ['5wd', 5, 'wd'],
    ['15d', 15, 'd'],
    ['24h', 24, 'h'],
    ['10min', 10, 'min'],
    ['1mo', 1, 'mo'],
    ['2y', 2, 'y'],
    ['sameWorkday', 0, 'sameWorkday'],
  ])('%s is taken apart into its count and unit', (text, count, unit) => {
    expect(lengthParts(lengthSchema.parse(text))).toEqual({ count, unit })
  })

  test.each(['0wd', '-1d', '1.5h', '5', 'wd', '5WD', '5 wd', '9999wd', '3651d', '11y', '05d', 'constructor', ''])(
    '%j is refused with the words that are allowed',
    (text) => {
      expect(lengthSchema.safeParse(text).error?.issues[0]?.message).toContain('must be a length like 5wd')
    },
  )
})

describe('the question of due', () => {
  test('a bare date means its first moment in China', () => {
    expect(dueQuestionSchema.parse({ start: '2026-09-30', length: '5wd' })).toEqual({
      start: '2026-09-30T00:00:00+08:00',
      length: '5wd',
    })
  })

  test('each bad part is named', () => {
    const { error } = dueQuestionSchema.safeParse({ start: '2026-02-30', length: '5', more: 1 })
    expect(error?.issues.map(({ path, code }) => [path.join('.'), code])).toEqual([
      ['start', 'custom'],
      ['length', 'custom'],
      ['', 'unrecognized_keys'],
    ])
  })
})
