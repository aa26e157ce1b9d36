/** Where an appeal is filed: at its grid's village, at the division named, else at the centre itself, marked, with what the source said. */
import type { Incoming } from '../contract/incoming.ts'
import type { Hub } from './hub.ts'

export interface Place {
  readonly divisionCode: string
  readonly gridCode?: string
  readonly unresolved?: string
}

export function placeAppeal(hub: Hub, { appeal, placeText }: Incoming): Place {
  const { gridCode, divisionCode, location } = appeal
  const village = gridCode === undefined ? undefined : hub.reference.grids.get(gridCode)?.village
  if (gridCode !== undefined && village !== undefined) return { divisionCode: village, gridCode }
  if (divisionCode !== undefined) return { divisionCode, ...(placeText !== undefined && { unresolved: placeText }) }
  const said = placeText ?? (location === undefined ? '' : `${String(location.lng)}, ${String(location.lat)}`)
  return { divisionCode: hub.centre.code, unresolved: said }
}
