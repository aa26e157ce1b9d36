import { useState } from 'react'
import type { AreaRow } from '../../../hub-server/contract/board.ts'
import type { MapRipple } from '../../map/pin-layer.tsx'
import { pointOf } from '../../map/outlines.ts'

type Areas = ReadonlyMap<string, AreaRow>

/** Where a case has just come in: the area whose open cases have risen since the last word of the hub. Nothing at the first look. */
export function useNewCase(areas: Areas, centre: string): MapRipple | undefined {
  const [seen, setSeen] = useState<{ areas: Areas; ripple: MapRipple | undefined }>({ areas, ripple: undefined })
  if (seen.areas !== areas) setSeen({ areas, ripple: rippleOf(seen.areas, areas, centre) ?? seen.ripple })
  return seen.ripple
}

/** Only a rise of the centre's own count is news: one that moved between areas came in before. */
export function rippleOf(before: Areas, after: Areas, centre: string): MapRipple | undefined {
  const was = before.get(centre)?.open
  const is = after.get(centre)?.open
  if (was === undefined || is === undefined || is <= was) return undefined
  for (const [code, { open }] of after) {
    const last = before.get(code)?.open
    const point = code === centre || last === undefined || open <= last ? undefined : pointOf(code)
    if (point !== undefined) return { key: `${code}:${String(open)}:${String(is)}`, lng: point[0], lat: point[1] }
  }
  return undefined
}
