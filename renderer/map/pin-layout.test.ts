import { expect, test } from 'vitest'
import { placePins } from './pin-layout.ts'

const size = 46

test('a pin whose point is free stands at its point', () => {
  expect(placePins([{ id: 'a', x: 100, y: 80 }], size, []).get('a')).toEqual([100, 80])
})

test('pins of one township stand side by side, and the first keeps the point', () => {
  const pins = ['a', 'b', 'c', 'd'].map((id) => ({ id, x: 100, y: 100 }))
  const places = [...placePins(pins, size, []).values()]
  expect(places[0]).toEqual([100, 100])
  for (const [index, [x, y]] of places.entries()) {
    for (const [ox, oy] of places.slice(index + 1)) {
      expect(Math.abs(x - ox) + Math.abs(y - oy)).toBeGreaterThanOrEqual(size * 0.99)
    }
  }
})

test('a pin makes way for the words of the map', () => {
  const words = { left: 60, top: 80, right: 140, bottom: 110 }
  const [x, y] = placePins([{ id: 'a', x: 100, y: 86 }], size, [words]).get('a')!
  const across = Math.max(words.left - x, 0, x - words.right)
  const down = Math.max(words.top - y, 0, y - words.bottom)
  expect(across + down).toBeGreaterThanOrEqual(size / 2)
})

test('a pin that must move stays in its own area', () => {
  const isAtHome = (x: number) => x <= 105
  const places = placePins(
    ['a', 'b', 'c'].map((id) => ({ id, x: 100, y: 100, isAtHome })),
    size,
    [],
  )
  for (const [x] of places.values()) expect(x).toBeLessThanOrEqual(105)
})
