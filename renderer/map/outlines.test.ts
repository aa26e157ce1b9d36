import { expect, test } from 'vitest'
import { areaAt } from './area-at.ts'
import { outlineBounds, outlineOf, outlines, pointOf, tileCentreOf } from './outlines.ts'

test('the map of the build covers Yiyang in WGS-84', () => {
  const [west, south, east, north] = outlineBounds
  expect(west).toBeCloseTo(110.72, 1)
  expect(east).toBeCloseTo(112.94, 1)
  expect(south).toBeCloseTo(27.98, 1)
  expect(north).toBeCloseTo(29.53, 1)
})

test('a township has its place inside its own county', () => {
  for (const code of ['430903105000', '430923103000', '430981006000']) {
    expect(areaAt(pointOf(code)!)?.code).toBe(`${code.slice(0, 6)}000000`)
  }
})

test('a village and a grid stand at their township: the map never comes nearer', () => {
  expect(pointOf('430903105201')).toEqual(pointOf('430903105000'))
  expect(pointOf('4309031052010001')).toEqual(pointOf('430903105000'))
})

test('a county stands at its label, an area without outline and what lies below it at its tile', () => {
  expect(pointOf('430922000000')).toEqual(outlineOf('430922000000')!.label)
  expect(pointOf('430971000000')).toEqual(tileCentreOf('430971000000'))
  const [lng, lat] = pointOf('430972109000')!
  expect(Math.abs(lng - tileCentreOf('430972000000')![0])).toBeLessThan(0.2)
  expect(Math.abs(lat - tileCentreOf('430972000000')![1])).toBeLessThan(0.1)
})

test('a township that the list does not know stands at the label of its county', () => {
  expect(pointOf('430903999000')).toEqual(outlineOf('430903000000')!.label)
})

test('a place outside the city has no point', () => {
  expect(pointOf('430100000000')).toBeUndefined()
  expect(areaAt([116.4, 39.9])).toBeUndefined()
})

test('no two townships share a point', () => {
  const points = Object.values(outlines.townships).map(String)
  expect(new Set(points).size).toBe(points.length)
})
