import { clearance, distance, encloses, type Point } from './plane.ts'

/** A rectangle that points keep out of. */
export interface Box {
  readonly centre: Point
  readonly halfWidth: number
  readonly halfHeight: number
}

/** Places a point should have to itself before the margin is kept: about half the room of a pin. */
const placesForOne = 22

/** Distance between the places that are considered, in units of the plane. */
const step = 5

/**
 * Spreads points evenly over a closed ring, clear of its border and of the boxes. The same ring, boxes and count always
 * give the same points: no chance is involved. Where the ring is too narrow for the margin, the margin gives way.
 * @param margin distance from border and boxes to aim at, in units of the plane
 * @returns `count` points, nearest to the first box first (the middle of the ring when there is none)
 */
export function spreadPoints(ring: readonly Point[], count: number, boxes: readonly Box[], margin: number): Point[] {
  const places = roomyPlaces(ring, count, boxes, margin)
  const origin = boxes[0]?.centre ?? meanOf(places)
  const points = settle(places, farApart(places, count, origin))
  return points.toSorted((a, b) => distance(a, origin) - distance(b, origin))
}

function roomyPlaces(ring: readonly Point[], count: number, boxes: readonly Box[], margin: number): Point[] {
  const inside = gridOver(ring).filter((place) => encloses(ring, place))
  const enough = count * placesForOne
  for (let wanted = margin; wanted >= 1; wanted *= 0.75) {
    const border = inside.filter((place) => clearance(ring, place) >= wanted)
    const clear = border.filter((place) => boxes.every((box) => !isIn(box, place, wanted)))
    if (clear.length >= enough) return clear
  }
  if (inside.length < count) throw new Error(`a ring has room for ${inside.length} points, ${count} are needed`)
  return inside
}

function gridOver(ring: readonly Point[]): Point[] {
  const xs = ring.map(([x]) => x)
  const ys = ring.map(([, y]) => y)
  const places: Point[] = []
  for (let x = Math.min(...xs); x <= Math.max(...xs); x += step) {
    for (let y = Math.min(...ys); y <= Math.max(...ys); y += step) places.push([x, y])
  }
  return places
}

/** Starts at the place nearest to the origin, then always takes the one farthest from all taken. */
function farApart(places: readonly Point[], count: number, origin: Point): Point[] {
  const chosen: Point[] = []
  let away = places.map((place) => -distance(place, origin))
  while (chosen.length < count) {
    const next = places[indexOfGreatest(away)]
    if (next === undefined) break
    chosen.push(next)
    const others = chosen.length === 1 ? places.map(() => Infinity) : away
    away = places.map((place, index) => Math.min(others[index] ?? Infinity, distance(place, next)))
  }
  return chosen
}

/** Moves every point to the middle of the places nearest to it, again and again, so that each has about the same room. */
function settle(places: readonly Point[], start: readonly Point[]): Point[] {
  let points = [...start]
  for (let round = 0; round < 24; round += 1) {
    const shares = new Map<number, Point[]>()
    for (const place of places) {
      const nearest = indexOfGreatest(points.map((point) => -distance(place, point)))
      shares.set(nearest, [...(shares.get(nearest) ?? []), place])
    }
    points = points.map((point, index) => {
      const share = shares.get(index) ?? [point]
      const centre = meanOf(share)
      return share[indexOfGreatest(share.map((place) => -distance(place, centre)))] ?? point
    })
  }
  return points
}

function isIn(box: Box, [x, y]: Point, margin: number): boolean {
  return Math.abs(x - box.centre[0]) < box.halfWidth + margin && Math.abs(y - box.centre[1]) < box.halfHeight + margin
}

function meanOf(points: readonly Point[]): Point {
  const sum = points.reduce(([x, y], point): Point => [x + point[0], y + point[1]], [0, 0])
  return [sum[0] / points.length, sum[1] / points.length]
}

function indexOfGreatest(values: readonly number[]): number {
  let best = 0
  for (const [index, value] of values.entries()) if (value > (values[best] ?? -Infinity)) best = index
  return best
}
