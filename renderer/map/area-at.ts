import type { AreaOutline, LngLat } from './outline-set.ts'
import { outlines } from './outlines.ts'

/** The area whose outline encloses a point; undefined outside all of them. */
export function areaAt(point: LngLat): AreaOutline | undefined {
  return outlines.areas.find((area) => encloses(area.ring, point))
}

/** Whether a closed ring encloses a point, by counting the sides that a line to the east crosses. */
export function encloses(ring: readonly LngLat[], [lng, lat]: LngLat): boolean {
  let inside = false
  for (const [index, [toLng, toLat]] of ring.entries()) {
    const [fromLng, fromLat] = ring[index - 1] ?? [toLng, toLat]
    const crosses = fromLat > lat !== toLat > lat
    if (crosses && lng < fromLng + ((lat - fromLat) * (toLng - fromLng)) / (toLat - fromLat)) inside = !inside
  }
  return inside
}
