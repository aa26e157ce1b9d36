import { drawingScale, project, type Camera } from './camera.ts'
import type { CountyArea } from './county-area.ts'
import { outlineOf, tileCentreOf } from './outlines.ts'
import type { TakenBox } from './pin-layout.ts'

/** Widths at full scale: a Chinese character of the name, a digit of the count, the two counts below. */
const character = 28
const digit = 20
const secondLine = 128
const secondLineWithRed = 190
const staleLine = 228
const labelHeight = 76
const tile = { width: 174, height: 86 }

/** The room the words of the map take, in px: what pins keep clear of. */
export function labelBoxes(areas: readonly CountyArea[], camera: Camera, withRed: boolean): TakenBox[] {
  const scale = drawingScale(camera)
  return areas.flatMap((area) => {
    const tileCentre = tileCentreOf(area.code)
    const at = tileCentre ?? outlineOf(area.code)?.label
    if (at === undefined) return []
    const [x, y] = project(camera, at)
    const headline = area.name.length * character + 12 + String(area.open).length * digit
    const marks = withRed ? secondLineWithRed : secondLine
    const width = Math.max(headline, area.stale === undefined ? marks : staleLine)
    const size = tileCentre === undefined ? { width, height: labelHeight } : tile
    const right = (size.width * scale) / 2
    const down = (size.height * scale) / 2
    return [{ left: x - right, top: y - down, right: x + right, bottom: y + down }]
  })
}
