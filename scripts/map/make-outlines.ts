import type { LngLat, OutlineSet } from '../../renderer/map/outline-set.ts'
import { wgs84Of } from './gcj02.ts'
import { labelAnchor } from './label-anchor.ts'
import { lngLatOf, pointOn, type Point } from './plane.ts'
import { simplifyTogether, type Ring } from './shared-borders.ts'
import { spreadPoints, type Box } from './spread-points.ts'

/** The published outlines: one polygon without holes per county, GCJ-02, coordinates on a grid of 1/1024 degree. */
export interface PublishedOutlines {
  readonly features: readonly {
    readonly id: string
    readonly geometry: { readonly type: string; readonly coordinates: readonly (readonly LngLat[])[] }
  }[]
}

/** What the map must know of a division to place it. */
export interface PlacedDivision {
  readonly code: string
  readonly parent: string | null
  readonly tier: string
}

const publishedGrid = 1024
/** In square wall units of the reference wall: what an eye at the wall cannot tell, and the steps of the grid. */
const leastArea = 26
/** Half of a label's name, count and second line. */
const labelRoom = { width: 78, height: 38 }
/** A pin is 46 across. */
const pinMargin = 27

/** Areas without a published outline, where the overview leaves room beside their neighbours. Half size of a tile 87 × 43. */
const tiles: OutlineSet['tiles'] = [
  { code: '430971000000', centre: [112.77, 29.45] },
  { code: '430972000000', centre: [112.65, 28.16] },
]
const tileHalf = { width: 87, height: 43 }

/**
 * Makes what the map draws from published outlines and the list of divisions.
 * @throws Error naming the feature or division that cannot be placed
 */
export function makeOutlines(published: PublishedOutlines, divisions: readonly PlacedDivision[]): OutlineSet {
  const { rings, borders } = simplifyTogether(published.features.map(ringOf), leastArea)
  const areas = rings.map(({ owner, points }) => ({ owner, points, label: labelAnchor(points, labelRoom) }))
  return {
    areas: areas.map(({ owner, points, label }) => ({
      code: owner,
      ring: points.map(rounded),
      label: rounded(label),
    })),
    borders: borders.map(({ owners, line }) => ({
      kind: owners.length > 1 ? 'inner' : 'outer',
      line: line.map(rounded),
    })),
    tiles,
    townships: Object.fromEntries([
      ...areas.flatMap(({ owner, points, label }) =>
        placed(townshipsOf(divisions, owner), (count) =>
          spreadPoints(points, count, [{ centre: label, ...halves(labelRoom) }], pinMargin),
        ),
      ),
      ...tiles.flatMap(({ code, centre }) =>
        placed(townshipsOf(divisions, code), (count) => alongTile(pointOn(centre), count)),
      ),
    ]),
  }
}

function ringOf(feature: PublishedOutlines['features'][number]): Ring {
  const [ring, hole] = feature.geometry.coordinates
  if (feature.geometry.type !== 'Polygon' || ring === undefined || hole !== undefined) {
    throw new Error(`outline ${feature.id}: a polygon without holes was expected, found ${feature.geometry.type}`)
  }
  const onGrid = ring.map(([lng, lat]): LngLat => [snapped(lng), snapped(lat)])
  const distinct = onGrid.filter((point, index) => index === 0 || point.join() !== onGrid[index - 1]?.join())
  if (distinct[0]?.join() !== distinct.at(-1)?.join()) throw new Error(`outline ${feature.id}: the ring is not closed`)
  return { owner: `${feature.id}000000`, points: distinct.map((point) => pointOn(wgs84Of(point))) }
}

function townshipsOf(divisions: readonly PlacedDivision[], county: string): string[] {
  const below = divisions.filter((division) => division.parent === county && division.tier === 'township')
  return below.map((division) => division.code).toSorted()
}

function placed(codes: readonly string[], spread: (count: number) => Point[]): [string, LngLat][] {
  if (codes.length === 0) return []
  const points = spread(codes.length)
  return codes.map((code, index) => {
    const point = points[index]
    if (point === undefined) throw new Error(`township ${code} has no place inside its county`)
    return [code, rounded(point)]
  })
}

/** A tile is full of words: its pins stand on its lower edge, side by side and not beyond its ends. */
function alongTile([x, y]: Point, count: number): Point[] {
  const reach = tileHalf.width - pinMargin
  const each = count > 1 ? (2 * reach) / (count - 1) : 0
  return Array.from({ length: count }, (_, index) => [count > 1 ? x - reach + each * index : x, y + tileHalf.height])
}

function halves(half: { width: number; height: number }): Pick<Box, 'halfWidth' | 'halfHeight'> {
  return { halfWidth: half.width, halfHeight: half.height }
}

function snapped(degrees: number): number {
  return Math.round(degrees * publishedGrid) / publishedGrid
}

/** Five decimals of a degree are one metre. */
function rounded(point: Point): LngLat {
  const [lng, lat] = lngLatOf(point)
  return [Math.round(lng * 1e5) / 1e5, Math.round(lat * 1e5) / 1e5]
}
