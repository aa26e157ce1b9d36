import type { Division } from '../contract/reference.ts'
import type { Reference } from '../service/reference.ts'
import type { KnownPlaces } from './row-place.ts'

/** The places of a centre's own area, by code and by name. A name that two of them share names neither. */
export function knownPlacesOf(
  reference: Pick<Reference, 'divisions' | 'grids' | 'ancestorsOf'>,
  centre: string,
): KnownPlaces {
  const isDivision = (code: string): boolean => reference.ancestorsOf(code).includes(centre)
  const own = [...reference.divisions.values()].filter(({ code }) => isDivision(code))
  const byName = codesOf(own, ({ name }) => name)
  const byShortName = codesOf(own, ({ shortName }) => shortName)
  return {
    isDivision,
    isGrid: (code) => {
      const grid = reference.grids.get(code)
      return grid !== undefined && isDivision(grid.village)
    },
    divisionNamed: (name) => (byName.has(name) ? byName : byShortName).get(name),
  }
}

function codesOf(
  divisions: readonly Division[],
  nameOf: (division: Division) => string,
): Map<string, string | undefined> {
  const codes = new Map<string, string | undefined>()
  for (const division of divisions) {
    const name = nameOf(division)
    codes.set(name, codes.has(name) ? undefined : division.code)
  }
  return codes
}
