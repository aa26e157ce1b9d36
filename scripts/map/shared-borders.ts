import { segmentsOf, type Point } from './plane.ts'

/** A stretch of border between two junctions, with the areas on its two sides (one, on the edge of the whole). */
export interface Border {
  readonly owners: readonly string[]
  readonly line: readonly Point[]
}

/** A closed ring; neighbours repeat the points of their common border exactly, in either direction. */
export interface Ring {
  readonly owner: string
  readonly points: readonly Point[]
}

/**
 * Simplifies rings so that neighbours still meet without gap or overlap: every border is simplified once, and both of its
 * sides are put together from the same points.
 * @param leastArea the smallest turn that is kept, as the area of its triangle in square units of the points
 */
export function simplifyTogether(rings: readonly Ring[], leastArea: number): { rings: Ring[]; borders: Border[] } {
  const owners = ownersOfSegments(rings)
  const borders = new Map<string, Border>()
  const simplified = rings.map((ring) => {
    const pieces = piecesOf(ring, owners).map((piece) => {
      const forward = isCanonical(piece.line)
      const line = forward ? piece.line : piece.line.toReversed()
      const id = `${piece.owners.join()} ${keyOf(line[0])} ${keyOf(line[1])}`
      const border = borders.get(id) ?? { owners: piece.owners, line: simplifyLine(line, leastArea) }
      borders.set(id, border)
      return forward ? border.line : border.line.toReversed()
    })
    return { owner: ring.owner, points: joined(pieces) }
  })
  return { rings: simplified, borders: [...borders.values()] }
}

/**
 * Takes points out of a line, always the one whose triangle with its neighbours is smallest, until every triangle has at
 * least the area (Visvalingam–Whyatt). Small steps and narrow curls go first, large turns stay. Both ends stay.
 */
function simplifyLine(line: readonly Point[], leastArea: number): Point[] {
  const kept = [...line]
  // A border that runs in a circle must keep a triangle.
  const fewest = keyOf(line[0]) === keyOf(line.at(-1)) ? 4 : 2
  while (kept.length > fewest) {
    let smallest = Infinity
    let at = 0
    for (let index = 1; index < kept.length - 1; index += 1) {
      const area = triangle(kept[index - 1], kept[index], kept[index + 1])
      if (area < smallest) [smallest, at] = [area, index]
    }
    if (smallest >= leastArea) break
    kept.splice(at, 1)
  }
  return kept
}

function triangle(a: Point = [0, 0], b: Point = [0, 0], c: Point = [0, 0]): number {
  return Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2
}

function ownersOfSegments(rings: readonly Ring[]): Map<string, string[]> {
  const owners = new Map<string, string[]>()
  for (const { owner, points } of rings) {
    for (const [from, to] of segmentsOf(points)) {
      const key = segmentKey(from, to)
      owners.set(key, [...(owners.get(key) ?? []), owner].toSorted())
    }
  }
  return owners
}

/** Cuts a ring where its neighbour changes. It is first turned so that it begins at such a place. */
function piecesOf(ring: Ring, owners: ReadonlyMap<string, readonly string[]>): Border[] {
  const sides = segmentsOf(ring.points).map(([from, to]) => ({
    from,
    to,
    owners: owners.get(segmentKey(from, to)) ?? [],
  }))
  const start = sides.findIndex((side, index) => !sameOwners(side.owners, sides.at(index - 1)?.owners ?? []))
  const turned = start > 0 ? [...sides.slice(start), ...sides.slice(0, start)] : sides
  const pieces: { owners: readonly string[]; line: Point[] }[] = []
  for (const side of turned) {
    const open = pieces.at(-1)
    if (open !== undefined && sameOwners(open.owners, side.owners)) open.line.push(side.to)
    else pieces.push({ owners: side.owners, line: [side.from, side.to] })
  }
  return pieces
}

function joined(pieces: readonly (readonly Point[])[]): Point[] {
  const [first = [], ...rest] = pieces
  return [...first, ...rest.flatMap((piece) => piece.slice(1))]
}

/** One direction for both sides: the one that begins at the smaller end (for a loop: goes to the smaller neighbour). */
function isCanonical(line: readonly Point[]): boolean {
  const start = keyOf(line[0])
  const end = keyOf(line.at(-1))
  return start === end ? keyOf(line[1]) <= keyOf(line.at(-2)) : start < end
}

function sameOwners(a: readonly string[], b: readonly string[]): boolean {
  return a.join() === b.join()
}

function segmentKey(from: Point, to: Point): string {
  return [keyOf(from), keyOf(to)].toSorted().join(' ')
}

function keyOf(point: Point | undefined): string {
  return point === undefined ? '' : point.join()
}
