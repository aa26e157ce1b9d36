/** The places a centre's files may name: divisions and grids under it, and names that belong to one division alone. */
import type { KnownPlaces } from '../intake/row-place.ts'
import type { Hub } from '../service/hub.ts'

export function knownPlaces({ reference, centre }: Hub): KnownPlaces {
  const isDivision = (code: string) => reference.ancestorsOf(code).includes(centre.code)
  const named = new Map<string, string | undefined>()
  for (const { code, name, shortName } of reference.divisions.values()) {
    if (!isDivision(code)) continue
    for (const each of new Set([name, shortName])) named.set(each, named.has(each) ? undefined : code)
  }
  return {
    isDivision,
    isGrid: (code) => isDivision(reference.grids.get(code)?.village ?? ''),
    divisionNamed: (name) => named.get(name),
  }
}
