/** A wall's stage in wall units, and the one zoom that brings it to the display. */
export interface StageSize {
  /** Wall units. */
  readonly width: number
  readonly height: number
  /** Display px per wall unit. */
  readonly zoom: number
  /** `ultraWide`: numbers, map, red lane and the other lanes stand side by side. */
  readonly layout: 'standard' | 'ultraWide'
}

const standard = { width: 1920, height: 1080 }
/** From this width on the numbers need no corner of the map: four zones fit side by side. */
const ultraWideFrom = 3200

/**
 * The stage is 1080 units high and as wide as the display's ratio makes it. On a display narrower than 16:9 the width holds and the height
 * grows, so that nothing is cut and nothing gets smaller than it must.
 */
export function stageSize(display: { readonly width: number; readonly height: number }): StageSize {
  const zoom = Math.max(0.05, Math.min(display.height / standard.height, display.width / standard.width))
  const width = Math.max(standard.width, Math.floor(display.width / zoom))
  const height = Math.max(standard.height, Math.floor(display.height / zoom))
  return { width, height, zoom, layout: width >= ultraWideFrom ? 'ultraWide' : 'standard' }
}
