import { clearance, encloses, type Point } from './plane.ts'

/** Half the size of the room a label takes, in units of the plane. */
export interface HalfSize {
  readonly width: number
  readonly height: number
}

/**
 * Middle of the roomiest place for a label inside a closed ring: the point from which a rectangle of the label's
 * proportions can grow most before it meets the border. On a plane squeezed by those proportions that is the pole of
 * inaccessibility, found here by a grid that is refined three times.
 */
export function labelAnchor(ring: readonly Point[], half: HalfSize): Point {
  const squeezed = ring.map(([x, y]): Point => [x / half.width, y / half.height])
  const xs = squeezed.map(([x]) => x)
  const ys = squeezed.map(([, y]) => y)
  let centre: Point = [middle(xs), middle(ys)]
  let reach = Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) / 2
  for (let round = 0; round < 4; round += 1) {
    centre = roomiest(squeezed, centre, reach)
    reach /= 10
  }
  return [centre[0] * half.width, centre[1] * half.height]
}

function roomiest(ring: readonly Point[], [x, y]: Point, reach: number): Point {
  const steps = Array.from({ length: 41 }, (_, index) => (reach * (index - 20)) / 20)
  let best: Point = [x, y]
  let most = -Infinity
  for (const right of steps) {
    for (const down of steps) {
      const at: Point = [x + right, y + down]
      const room = encloses(ring, at) ? clearance(ring, at) : -1
      if (room > most) [best, most] = [at, room]
    }
  }
  return best
}

function middle(values: readonly number[]): number {
  return (Math.min(...values) + Math.max(...values)) / 2
}
