import { beforeAll, expect, test } from 'vitest'
import type { LngLat, OutlineSet } from '../../renderer/map/outline-set.ts'
import { makeOutlines, type PublishedOutlines } from './make-outlines.ts'
import { clearance, distance, encloses, pointOn, segmentsOf } from './plane.ts'
import { readDivisions, readOutlines, readPublished } from './read-outlines.ts'

let set: OutlineSet
beforeAll(() => {
  set = readOutlines()
})

const key = (point: LngLat | undefined) => point?.join() ?? ''
const ringOf = (code: string) => set.areas.find((area) => area.code === code)!.ring.map(pointOn)

test('the six counties of Yiyang have outlines, 大通湖 and 高新区 have tiles', () => {
  expect(set.areas.map((area) => area.code).toSorted()).toEqual([
    '430902000000',
    '430903000000',
    '430921000000',
    '430922000000',
    '430923000000',
    '430981000000',
  ])
  expect(set.tiles.map((tile) => tile.code)).toEqual(['430971000000', '430972000000'])
})

test('every outline is a closed ring that does not cross itself', () => {
  for (const { code, ring } of set.areas) {
    expect(key(ring[0]), code).toBe(key(ring.at(-1)))
    const sides = segmentsOf(ring.map(pointOn))
    const crossings = sides.flatMap((a, i) => sides.slice(i + 2).filter((b) => cross(a[0], a[1], b[0], b[1])))
    expect(crossings.length, code).toBe(0)
  }
})

test('neighbours share the points of their common border, so that no gap shows between them', () => {
  const owners = new Map<string, number>()
  for (const { ring } of set.areas) {
    for (const [from, to] of segmentsOf(ring)) {
      const side = [key(from), key(to)].toSorted().join(' ')
      owners.set(side, (owners.get(side) ?? 0) + 1)
    }
  }
  const inner = set.borders.filter((border) => border.kind === 'inner')
  expect(inner.length).toBeGreaterThanOrEqual(6)
  for (const { line } of inner) {
    for (const [from, to] of segmentsOf(line)) expect(owners.get([key(from), key(to)].toSorted().join(' '))).toBe(2)
  }
})

test('simplifying moves no border farther than a pin is wide', () => {
  for (const { id, geometry } of readPublished().features) {
    const ring = ringOf(`${id}000000`)
    const shifted = (geometry.coordinates[0] ?? []).map(([lng, lat]): LngLat => [lng - 0.0057, lat + 0.0031])
    for (const point of shifted) expect(clearance(ring, pointOn(point)), id).toBeLessThan(23)
  }
})

test('a label stands inside its own outline', () => {
  for (const { code, label } of set.areas) expect(encloses(ringOf(code), pointOn(label)), code).toBe(true)
})

test('every township of a county with an outline has a place of its own inside it', () => {
  const townships = readDivisions().filter(
    ({ tier, parent }) => tier === 'township' && set.areas.some(({ code }) => code === parent),
  )
  expect(townships.length).toBe(90)
  for (const { code, parent } of townships) {
    expect(encloses(ringOf(parent!), pointOn(set.townships[code]!)), code).toBe(true)
  }
  const places = Object.values(set.townships).map(pointOn)
  const nearest = places.map((place, i) =>
    Math.min(...places.filter((_, j) => j !== i).map((other) => distance(place, other))),
  )
  expect(Math.min(...nearest)).toBeGreaterThan(10)
})

test('every township of the list has a place, also those of 大通湖 and 高新区', () => {
  const townships = readDivisions().filter(({ tier }) => tier === 'township')
  expect(Object.keys(set.townships).toSorted()).toEqual(townships.map(({ code }) => code).toSorted())
})

test('the same sources always give the same map', () => {
  expect(readOutlines()).toEqual(set)
})

test('an outline that is not one closed polygon is refused by its number', () => {
  const square: LngLat[] = [
    [112, 28],
    [113, 28],
    [113, 29],
    [112, 29],
    [112, 28],
  ]
  const published = (type: string, coordinates: LngLat[][]): PublishedOutlines => ({
    features: [{ id: '430999', geometry: { type, coordinates } }],
  })
  expect(() => makeOutlines(published('MultiPolygon', [square]), [])).toThrow('outline 430999: a polygon without holes')
  expect(() => makeOutlines(published('Polygon', [square, square]), [])).toThrow('outline 430999')
  expect(() => makeOutlines(published('Polygon', [square.slice(0, 4)]), [])).toThrow(
    'outline 430999: the ring is not closed',
  )
})

function cross(a: readonly number[], b: readonly number[], c: readonly number[], d: readonly number[]): boolean {
  const side = (p: readonly number[], q: readonly number[], r: readonly number[]) =>
    Math.sign((q[0]! - p[0]!) * (r[1]! - p[1]!) - (q[1]! - p[1]!) * (r[0]! - p[0]!))
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
}
