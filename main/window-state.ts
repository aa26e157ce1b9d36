import { z } from 'zod'
import type { WindowKind } from '../preload/station-api.ts'
import { readJsonFile, writeJsonFile } from './json-file.ts'

/**
 * Where a window opens: where it stood, or, when its display is gone, in the middle of the first display. Sizes are in
 * device-independent pixels; a window is never larger than the work area it lands on.
 */
export function placementOf(kept: WindowState | undefined, displays: readonly DisplayFacts[], wish: Size): WindowState {
  const at = kept === undefined ? undefined : displayUnder(kept.bounds, displays)
  if (kept !== undefined && at !== undefined) return { ...kept, bounds: shrunk(kept.bounds, at.workArea) }
  const home = displays[0]
  const size = kept?.bounds ?? wish
  const bounds = home === undefined ? { x: 0, y: 0, ...wish } : centred(size, home.workArea)
  return { bounds, maximized: kept?.maximized ?? false, fullScreen: kept?.fullScreen ?? false }
}

/**
 * Where a window goes after displays were pulled out or came back, or null when it stays. A window on a display that is gone would stay
 * invisible for ever; one that was moved for that reason (`away`) goes home when its place is there again.
 */
export function moveAfterChange(
  bounds: Bounds,
  kept: WindowState | undefined,
  displays: readonly DisplayFacts[],
  away: boolean,
): { bounds: Bounds; away: boolean } | null {
  const lost = displayUnder(bounds, displays) === undefined
  const homeIsThere = kept !== undefined && displayUnder(kept.bounds, displays) !== undefined
  if (!lost && !(away && homeIsThere)) return null
  return { bounds: placementOf(kept ?? stoodAt(bounds), displays, bounds).bounds, away: !homeIsThere }
}

function stoodAt(bounds: Bounds): WindowState {
  return { bounds, maximized: false, fullScreen: false }
}

/** The display on which the middle of the window lies: an edge that is still visible is of no use to anyone. */
function displayUnder(bounds: Bounds, displays: readonly DisplayFacts[]): DisplayFacts | undefined {
  const x = bounds.x + bounds.width / 2
  const y = bounds.y + bounds.height / 2
  return displays.find(
    ({ bounds: area }) => x >= area.x && x < area.x + area.width && y >= area.y && y < area.y + area.height,
  )
}

/** The windows as they stood, in one file. An unreadable one is made anew: positions are not worth a message. */
export function openWindowStates(file: string) {
  const found = readJsonFile(file, statesSchema)
  const states: WindowStates = found.kind === 'read' ? found.value : { version: 1 }
  return {
    of: (kind: WindowKind): WindowState | undefined => states[kind],
    keep(kind: WindowKind, state: WindowState): void {
      states[kind] = state
      writeJsonFile(file, states)
    },
  }
}

export type Size = { width: number; height: number }
export type Bounds = z.infer<typeof boundsSchema>
export type WindowState = z.infer<typeof windowStateSchema>
export type DisplayFacts = { bounds: Bounds; workArea: Bounds }

const boundsSchema = z.strictObject({
  x: z.int(),
  y: z.int(),
  width: z.int().min(100),
  height: z.int().min(100),
})
const windowStateSchema = z.strictObject({ bounds: boundsSchema, maximized: z.boolean(), fullScreen: z.boolean() })
const statesSchema = z.strictObject({
  version: z.literal(1),
  desk: windowStateSchema.optional(),
  wall: windowStateSchema.optional(),
})
type WindowStates = z.infer<typeof statesSchema>

function shrunk(bounds: Bounds, area: Bounds): Bounds {
  return { ...bounds, width: Math.min(bounds.width, area.width), height: Math.min(bounds.height, area.height) }
}

function centred(size: Size, area: Bounds): Bounds {
  const width = Math.min(size.width, area.width)
  const height = Math.min(size.height, area.height)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  }
}
