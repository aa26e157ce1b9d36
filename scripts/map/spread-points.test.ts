import { expect, test } from 'vitest'
import { labelAnchor } from './label-anchor.ts'
import { clearance, distance, encloses, type Point } from './plane.ts'
import { simplifyTogether } from './shared-borders.ts'
import { spreadPoints } from './spread-points.ts'

const square: Point[] = [
  [0, 0],
  [400, 0],
  [400, 400],
  [0, 400],
  [0, 0],
]
const box = { centre: [200, 200] as const, halfWidth: 60, halfHeight: 30 }

test('points are spread inside the ring, clear of its border and of the box, and apart from one another', () => {
  const points = spreadPoints(square, 12, [box], 27)
  expect(points.length).toBe(12)
  for (const [index, point] of points.entries()) {
    expect(encloses(square, point)).toBe(true)
    expect(clearance(square, point)).toBeGreaterThanOrEqual(27)
    expect(Math.abs(point[0] - 200) >= 87 || Math.abs(point[1] - 200) >= 57).toBe(true)
    for (const other of points.slice(index + 1)) expect(distance(point, other)).toBeGreaterThan(46)
  }
})

test('the same ring and count give the same points', () => {
  expect(spreadPoints(square, 7, [box], 27)).toEqual(spreadPoints(square, 7, [box], 27))
})

test('in a narrow ring the margin gives way before a point is lost', () => {
  const strip: Point[] = [
    [0, 0],
    [300, 0],
    [300, 20],
    [0, 20],
    [0, 0],
  ]
  const points = spreadPoints(strip, 6, [], 27)
  expect(points.filter((point) => encloses(strip, point)).length).toBe(6)
})

test('a ring without room for the points is refused with both numbers', () => {
  const speck: Point[] = [
    [0, 0],
    [4, 0],
    [4, 4],
    [0, 0],
  ]
  expect(() => spreadPoints(speck, 3, [], 5)).toThrow(/room for \d+ points, 3 are needed/)
})

test('a label goes to the wide part of a shape, not to its middle', () => {
  const key: Point[] = [
    [0, 90],
    [300, 90],
    [300, 0],
    [500, 0],
    [500, 200],
    [300, 200],
    [300, 110],
    [0, 110],
    [0, 90],
  ]
  const [x, y] = labelAnchor(key, { width: 80, height: 40 })
  const corners = [-1, 1].flatMap((right) => [-1, 1].map((down): Point => [x + right * 80, y + down * 40]))
  expect(corners.filter((corner) => !encloses(key, corner))).toEqual([])
})

test('two areas that share a border get the same points for it, whichever way each runs along it', () => {
  const left: Point[] = [
    [0, 0],
    [10, 0],
    [10.4, 3],
    [9.8, 6],
    [10, 10],
    [0, 10],
    [0, 0],
  ]
  const right: Point[] = [
    [10, 0],
    [20, 0],
    [20, 10],
    [10, 10],
    [9.8, 6],
    [10.4, 3],
    [10, 0],
  ]
  const { rings, borders } = simplifyTogether(
    [
      { owner: 'l', points: left },
      { owner: 'r', points: right },
    ],
    3,
  )
  const [l, r] = rings.map((ring) => new Set(ring.points.map(String)))
  expect([...l!].filter((point) => r!.has(point)).toSorted()).toEqual(['10,0', '10,10'])
  expect(borders.filter((border) => border.owners.length === 2).map((border) => border.line)).toEqual([
    [
      [10, 0],
      [10, 10],
    ],
  ])
})
