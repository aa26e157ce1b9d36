import { expect, test } from 'vitest'
import type { AreaRow } from '../../../hub-server/contract/board.ts'
import { pointOf } from '../../map/outlines.ts'
import { rippleOf } from './use-new-case.ts'

const city = '430900000000'
const heshan = '430903000000'
const anhua = '430923000000'

function areas(open: Record<string, number>): ReadonlyMap<string, AreaRow> {
  const row = (id: string, count: number): AreaRow => ({
    id,
    name: id,
    open: count,
    overdue: 0,
    red: 0,
    yellow: 0,
    blue: 0,
    perTenThousand: null,
  })
  return new Map(Object.entries(open).map(([id, count]) => [id, row(id, count)]))
}

test('a case that comes in rings at its county', () => {
  const before = areas({ [city]: 10, [heshan]: 6, [anhua]: 4 })
  const ripple = rippleOf(before, areas({ [city]: 11, [heshan]: 6, [anhua]: 5 }), city)
  expect([ripple?.lng, ripple?.lat]).toEqual([...(pointOf(anhua) ?? [])])
})

test('the first look, a case that is closed and one that only moved do not ring', () => {
  const before = areas({ [city]: 10, [heshan]: 6, [anhua]: 4 })
  expect(rippleOf(new Map(), before, city)).toBeUndefined()
  expect(rippleOf(before, areas({ [city]: 9, [heshan]: 5, [anhua]: 4 }), city)).toBeUndefined()
  expect(rippleOf(before, areas({ [city]: 10, [heshan]: 5, [anhua]: 5 }), city)).toBeUndefined()
})
