/** Open cases per area, for the map of a desk or wall: counts only, so that a wall may read them too. */
import type { AreaRow } from '../contract/board.ts'
import type { Tier } from '../contract/reference.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import { readsArea, type Principal } from '../domain/access.ts'
import type { Hub } from './hub.ts'
import { areaRows } from './read-numbers.ts'

/** The children of a division, or its descendants of one tier. A division outside the reader's area looks like a missing one. */
export function readAreas(
  hub: Hub,
  who: Principal,
  { division, level }: { readonly division?: string | undefined; readonly level?: Tier | undefined },
): Answer<AreaRow[]> {
  if (who.division === null || !(readsArea(who) || who.roles.includes('wall'))) return refused('auth.roleMissing')
  const above = division ?? who.division
  if (!hub.reference.ancestorsOf(above).includes(who.division)) return refused('thing.notFound')
  if (level === undefined) return granted(below(hub, above))
  const parents = new Set(
    [...hub.reference.divisions.values()]
      .filter(({ code, tier }) => tier === level && code !== above && hub.reference.ancestorsOf(code).includes(above))
      .map(({ parent }) => parent ?? above),
  )
  return granted([...parents].flatMap((parent) => below(hub, parent)))
}

function below(hub: Hub, parent: string): AreaRow[] {
  return areaRows(hub, parent).filter(({ id }) => id !== parent)
}
