import fc from 'fast-check'
import { expect, test } from 'vitest'
import { classBounds, classOf } from './fill-classes.ts'

test('bounds are round numbers near the quartiles', () => {
  expect(classBounds([11.1, 7.1, 4.6, 8.6, 6.7, 6, 4.7, 11.1])).toEqual([6, 7, 9])
  expect(classBounds([120, 340, 560, 980])).toEqual([300, 500, 700])
})

test('a value that reaches a bound is in the class above it', () => {
  expect([5.9, 6, 6.9, 7, 8.9, 9, 40].map((value) => classOf(value, [6, 7, 9]))).toEqual([1, 2, 2, 3, 3, 4, 4])
})

test('an unknown value has no class, and without any known value there are no bounds', () => {
  expect(classOf(null, [6, 7, 9])).toBe(0)
  expect(classBounds([null, null])).toBeNull()
  expect(classBounds([])).toBeNull()
  expect(classOf(3, null)).toBe(0)
})

test('one case more or less does not move the legend', () => {
  const before = [11.1, 7.1, 4.6, 8.6, 6.7, 6, 4.7, 11.1]
  expect(classBounds(before.map((value) => value + 0.02))).toEqual(classBounds(before))
})

test('bounds always rise, also when every area has the same or no cases', () => {
  const values = fc.array(fc.option(fc.double({ min: 0, max: 500, noNaN: true })), { minLength: 1, maxLength: 12 })
  fc.assert(
    fc.property(values, (list) => {
      const bounds = classBounds(list)
      if (bounds === null) return list.every((value) => value === null)
      return bounds[0] < bounds[1] && bounds[1] < bounds[2]
    }),
  )
})
