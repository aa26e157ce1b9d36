import { badFieldsOf } from '../contract/bad-fields.ts'
import { locationSchema } from '../contract/event.ts'
import type { BadField } from '../contract/refusal.ts'
import { digitsAsText, type ReadField } from './row-reader.ts'

/** What the centre knows of places. A place outside its area is not known. */
export interface KnownPlaces {
  readonly isDivision: (code: string) => boolean
  readonly isGrid: (code: string) => boolean
  /** The one division with this name or short name; undefined when there is none or more than one. */
  readonly divisionNamed: (name: string) => string | undefined
}

export interface RowPlace {
  location?: { lng: number; lat: number }
  gridCode?: string
  divisionCode?: string
  /** What the row said, when it named no place of the area. */
  placeText?: string
}

/** Where a row says that its matter is. Codes and names that the centre does not know become `placeText`: no row is lost for its place. */
export function readPlace(read: ReadField, places: KnownPlaces, bad: BadField[]): RowPlace {
  const location = locationOf(read, bad)
  const codes = [read('gridCode'), read('divisionCode')].map(digitsAsText).filter((code) => typeof code === 'string')
  const words = read('place')
  const gridCode = codes.find((code) => places.isGrid(code))
  const divisionCode = codes.map(wholeCode).find((code) => places.isDivision(code))
  const found = {
    ...(location !== undefined && { location }),
    ...(gridCode !== undefined && { gridCode }),
    ...(gridCode === undefined && divisionCode !== undefined && { divisionCode }),
  }
  if (gridCode !== undefined || divisionCode !== undefined) return found
  const named = typeof words === 'string' ? places.divisionNamed(words) : undefined
  if (named !== undefined) return { ...found, divisionCode: named }
  const said = [...(typeof words === 'string' ? [words] : []), ...codes].join(' ').slice(0, 200)
  return said === '' ? found : { ...found, placeText: said }
}

/** Codes of higher divisions are often written without the zeros behind them: 430903 for 430903000000. */
function wholeCode(code: string): string {
  return /^\d{4}(?:\d\d|\d{5})?$/.test(code) ? code.padEnd(12, '0') : code
}

function locationOf(read: ReadField, bad: BadField[]): RowPlace['location'] {
  const [lng, lat] = [read('lng'), read('lat')].map((value) => (typeof value === 'string' ? Number(value) : value))
  if (lng === undefined && lat === undefined) return undefined
  const location = locationSchema.safeParse({ lng, lat }, { reportInput: true })
  if (location.success) return location.data
  bad.push(...badFieldsOf(location.error.issues, 'location'))
  return undefined
}
