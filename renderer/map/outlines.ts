import { outlines as made } from 'virtual:outlines'
import type { AreaOutline, LngLat, OutlineSet } from './outline-set.ts'

/** The schematic map of the city. A module that is made at build time has no type of its own; makeOutlines gives it this one. */
export const outlines = made as OutlineSet

const areaByCode = new Map(outlines.areas.map((area) => [area.code, area]))
const tileByCode = new Map(outlines.tiles.map((tile) => [tile.code, tile]))

/** West, south, east and north of everything the map draws as an outline, in degrees. */
export const outlineBounds = boundsOf(outlines.areas)

/** The outline of a county-level division, or undefined where the set has none (a tile stands for it, or nothing). */
export function outlineOf(code: string): AreaOutline | undefined {
  return areaByCode.get(code)
}

/** The middle of the tile of a county-level division without outline. */
export function tileCentreOf(code: string): LngLat | undefined {
  return tileByCode.get(code)?.centre
}

/**
 * Where the pins of a division stand on the schematic map. A township has a place of its own inside its county, a village
 * or grid stands at its township (the map never comes nearer to a person than that), a county at its label.
 * @param code division or grid code, 12 digits or more
 * @returns undefined when the division lies outside the drawn city
 */
export function pointOf(code: string): LngLat | undefined {
  const township = `${code.slice(0, 9)}000`
  const county = `${code.slice(0, 6)}000000`
  return outlines.townships[township] ?? areaByCode.get(county)?.label ?? tileByCode.get(county)?.centre
}

function boundsOf(areas: readonly AreaOutline[]): readonly [west: number, south: number, east: number, north: number] {
  const points = areas.flatMap((area) => area.ring)
  const lngs = points.map(([lng]) => lng)
  const lats = points.map(([, lat]) => lat)
  return [Math.min(...lngs), Math.min(...lats), Math.max(...lngs), Math.max(...lats)]
}
