/** The places a centre's files may name: divisions and grids under it, and names that belong to one division alone. */
import type { KnownPlaces } from '../intake/row-place.ts'
import type { Hub } from '../service/hub.ts'

export function knownPlaces({ reference, centre }: Hub): KnownPlaces {
  const isDivision = (code: string) => reference.ancestorsOf(code).includes(centre.code)
  const own = [...reference.divisions.values()].filter(({ code }) => isDivision(code))
  const fullNames = onlyOnes(own.map(({ name, code }) => [name, code]))
  const shortNames = onlyOnes(own.map(({ shortName, code }) => [shortName, code]))
  return {
    isDivision,
    isGrid: (code) => isDivision(reference.grids.get(code)?.village ?? ''),
    divisionNamed: (name) => fullNames.get(name) ?? shortNames.get(name),
  }
}

/** Names that stand for one division alone. */
function onlyOnes(pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> {
  const times = Map.groupBy(pairs, ([name]) => name)
  return new Map(pairs.filter(([name]) => times.get(name)?.length === 1))
}
