/** Longitude and latitude in degrees, WGS-84. */
export type LngLat = readonly [lng: number, lat: number]

/** An area with a drawn outline. */
export interface AreaOutline {
  /** Division code, 12 digits. */
  readonly code: string
  /** Closed ring: the last point repeats the first. Neighbours share the points of their common border exactly. */
  readonly ring: readonly LngLat[]
  /** Where the area's label stands: the middle of the roomiest place for a label inside the outline. */
  readonly label: LngLat
}

/** A stretch of border. `inner` lies between two areas and is in the set once. */
export interface BorderLine {
  readonly kind: 'inner' | 'outer'
  readonly line: readonly LngLat[]
}

/**
 * What the map draws: a schematic (示意图) of a city's county-level areas, made when the program is built. Nothing in it is
 * a survey: borders are simplified, areas without a published outline are tiles beside their neighbours, townships stand
 * at evenly spread places inside their county.
 */
export interface OutlineSet {
  readonly areas: readonly AreaOutline[]
  readonly borders: readonly BorderLine[]
  /** Areas without an outline: the middle of the tile that stands for them. */
  readonly tiles: readonly { readonly code: string; readonly centre: LngLat }[]
  /** Where a township's pins stand, by its 12-digit code. */
  readonly townships: Readonly<Record<string, LngLat>>
}
