import type { LngLat } from '../../renderer/map/outline-set.ts'

/** A point of the drawing plane in wall units, y downwards. */
export type Point = readonly [x: number, y: number]

/**
 * Wall units a degree of longitude takes on the reference wall, where the outline of Yiyang is 1,044 units wide
 * (design: map of the 16:9 overview). Labels and pins have a size in wall units, so room for them is judged on this plane.
 */
const unitsPerDegree = 468.4

/** Mercator, like the map itself. */
export function pointOn([lng, lat]: LngLat): Point {
  const stretched = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return [lng * unitsPerDegree, -((stretched * 180) / Math.PI) * unitsPerDegree]
}

export function lngLatOf([x, y]: Point): LngLat {
  const stretched = (-y / unitsPerDegree) * (Math.PI / 180)
  return [x / unitsPerDegree, (Math.atan(Math.exp(stretched)) * 360) / Math.PI - 90]
}

export function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1])
}

function distanceToSegment(point: Point, from: Point, to: Point): number {
  const dx = to[0] - from[0]
  const dy = to[1] - from[1]
  const lengthSquared = dx * dx + dy * dy
  const along = lengthSquared === 0 ? 0 : ((point[0] - from[0]) * dx + (point[1] - from[1]) * dy) / lengthSquared
  const t = Math.min(1, Math.max(0, along))
  return Math.hypot(point[0] - from[0] - t * dx, point[1] - from[1] - t * dy)
}

/** The segments of a line, each as its two ends. */
export function segmentsOf<T>(line: readonly T[]): (readonly [T, T])[] {
  return line.slice(1).map((to, index) => [line[index] ?? to, to])
}

/** Whether a closed ring encloses the point. */
export function encloses(ring: readonly Point[], [x, y]: Point): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of segmentsOf(ring)) {
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside
  }
  return inside
}

/** Shortest distance from a point to a closed ring. */
export function clearance(ring: readonly Point[], point: Point): number {
  let least = Infinity
  for (const [from, to] of segmentsOf(ring)) least = Math.min(least, distanceToSegment(point, from, to))
  return least
}
