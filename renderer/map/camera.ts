import type { LngLat } from './outline-set.ts'

/** A size in CSS px of the map's own box. */
export interface Size {
  readonly width: number
  readonly height: number
}

/** Where the outline stands in the box when the box is wider than the outline needs. */
export type Alignment = 'centre' | 'end'

/** A view straight down in Mercator: a point of the world (0–1 from west and from north) is at `world × scale − offset`. */
export interface Camera {
  readonly scale: number
  readonly left: number
  readonly top: number
}

/** Px a degree of longitude takes on the reference wall, where labels and pins have their full size. */
const referencePxPerDegree = 468.4
/** World size of MapLibre at zoom 0. */
const worldPxAtZoom0 = 512

/** The camera that shows the bounds as large as the box allows. */
export function fitCamera(
  bounds: readonly [west: number, south: number, east: number, north: number],
  box: Size,
  padding: number,
  alignment: Alignment,
): Camera {
  const [west, north] = worldOf([bounds[0], bounds[3]])
  const [east, south] = worldOf([bounds[2], bounds[1]])
  const room = { width: Math.max(1, box.width - 2 * padding), height: Math.max(1, box.height - 2 * padding) }
  const scale = Math.min(room.width / (east - west), room.height / (south - north))
  const spare = room.width - (east - west) * scale
  const left = padding + (alignment === 'end' ? spare : spare / 2)
  const top = padding + (room.height - (south - north) * scale) / 2
  return { scale, left: west * scale - left, top: north * scale - top }
}

/** Where a point stands in the box, in px from its upper left corner. */
export function project(camera: Camera, at: LngLat): [x: number, y: number] {
  const [x, y] = worldOf(at)
  return [x * camera.scale - camera.left, y * camera.scale - camera.top]
}

/** Which point of the world stands at a place of the box. */
export function unproject(camera: Camera, x: number, y: number): LngLat {
  return lngLatOf((x + camera.left) / camera.scale, (y + camera.top) / camera.scale)
}

/** How large labels and pins are drawn: 1 on the reference wall, less on a smaller map, never more. */
export function drawingScale(camera: Camera): number {
  return Math.min(1, camera.scale / 360 / referencePxPerDegree)
}

/** Width of a border in px at a drawing scale: 2 on a wall, never so thin that it breaks up. */
export function borderWidth(scale: number): number {
  return Math.max(1.25, 2 * scale)
}

/** The same view in MapLibre's words. */
export function mapLibreView(camera: Camera, box: Size): { center: [lng: number, lat: number]; zoom: number } {
  const [lng, lat] = unproject(camera, box.width / 2, box.height / 2)
  return { center: [lng, lat], zoom: Math.log2(camera.scale / worldPxAtZoom0) }
}

function worldOf([lng, lat]: LngLat): [x: number, y: number] {
  const stretched = Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360))
  return [(lng + 180) / 360, (1 - stretched / Math.PI) / 2]
}

function lngLatOf(x: number, y: number): LngLat {
  return [x * 360 - 180, (Math.atan(Math.exp(Math.PI * (1 - 2 * y))) * 360) / Math.PI - 90]
}
