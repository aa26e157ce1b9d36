/** Divisions as one looks for them: by a part of the name, or by the digits of the code. */
import type { Division, Tier } from '../../../hub-server/contract/reference.ts'

export interface Place {
  readonly code: string
  readonly tier: Tier
  /** As officers say it: `菱角岔村`. */
  readonly name: string
  /** Its names from the county down: `赫山区 · 泉交河镇 · 菱角岔村`. */
  readonly path: string
}

const mostMatches = 7
const significant: Record<Tier, number> = { city: 4, county: 6, township: 9, village: 12 }
/** What lies nearer to the ground is meant more often when two names fit equally well. */
const order: Record<Tier, number> = { village: 0, township: 1, county: 2, city: 3 }

/** The places of the list by code. */
export function placesOf(divisions: readonly Division[]): ReadonlyMap<string, Place> {
  const byCode = new Map(divisions.map((division) => [division.code, division]))
  const nameOf = ({ tier, name, shortName }: Division) => (tier === 'village' ? shortName : name)
  const pathOf = (division: Division): string => {
    const above = division.parent === null ? undefined : byCode.get(division.parent)
    return above === undefined || above.tier === 'city' ? nameOf(division) : `${pathOf(above)} · ${nameOf(division)}`
  }
  return new Map(
    divisions.map((division) => {
      const { code, tier } = division
      return [code, { code, tier, name: nameOf(division), path: pathOf(division) }]
    }),
  )
}

/** Whether a place lies in the area of a centre, or is that area. */
function isWithin(code: string, centre: { readonly code: string; readonly tier: Tier }): boolean {
  return code.startsWith(centre.code.slice(0, significant[centre.tier]))
}

/** Places within a centre's area that the typed signs mean; every part of what is typed must be in the names, or begin the code. */
export function findPlaces(
  places: Iterable<Place>,
  typed: string,
  centre: { readonly code: string; readonly tier: Tier },
): readonly Place[] {
  const parts = typed
    .trim()
    .split(/[\s·]+/)
    .filter(Boolean)
  const last = parts.at(-1)
  if (last === undefined) return []
  const scored: { place: Place; score: number }[] = []
  for (const place of places) {
    if (!isWithin(place.code, centre)) continue
    if (!parts.every((part) => (/^\d+$/.test(part) ? place.code.startsWith(part) : place.path.includes(part)))) continue
    scored.push({ place, score: fit(place, last) * 4 + order[place.tier] })
  }
  return scored
    .sort((a, b) => a.score - b.score || a.place.code.localeCompare(b.place.code))
    .slice(0, mostMatches)
    .map(({ place }) => place)
}

/** How well the last part names the place itself: 0 as its beginning, 1 somewhere in it, 2 only in what is above it. */
function fit(place: Place, part: string): number {
  if (/^\d+$/.test(part)) return place.code.replace(/(?:000)+$/, '').length <= part.length ? 0 : 1
  if (place.name.startsWith(part)) return 0
  return place.name.includes(part) ? 1 : 2
}
