/** Where the demonstration's residents live: counties by their people, villages by their grids (each for about as many residents). */
import { divisionKindSchema, type Division } from '../contract/reference.ts'
import type { Hub } from '../service/hub.ts'
import type { Chance } from './chance.ts'
import type { AppealTemplate } from './demo-texts.ts'

export interface DemoPlace {
  readonly grid: string
  readonly village: string
  /** As people say it. */
  readonly names: { readonly village: string; readonly township: string; readonly county: string }
}

export type DrawPlace = (chance: Chance, where: AppealTemplate['place']) => DemoPlace

/** The share of an area's people who live in another that the table counts with it. */
const shareCountedIn = 0.08

export function placesOf(hub: Hub): DrawPlace {
  const { reference } = hub
  const own = [...reference.grids.values()].filter((grid) =>
    reference.ancestorsOf(grid.village).includes(hub.centre.code),
  )
  const countyOf = (village: string) =>
    reference.ancestorsOf(village).find((code) => reference.divisions.get(code)?.tier === 'county') ?? village
  const byCounty = Map.groupBy(own, (grid) => countyOf(grid.village))
  const people = peopleByCounty(reference.population)
  const pools = new Map<string, { readonly grids: typeof own; readonly weight: number }[]>()

  const poolsFor = ({ setting, divisions }: AppealTemplate['place']) => {
    const key = JSON.stringify([setting, divisions])
    const made =
      pools.get(key) ??
      [...byCounty].flatMap(([county, grids]) => {
        const fitting = grids.filter(({ village }) => fits(hub, village, { setting, divisions }))
        const weight = (people.get(county) ?? grids.length * 600) * (fitting.length / grids.length)
        return fitting.length === 0 ? [] : [{ grids: fitting, weight }]
      })
    pools.set(key, made)
    return made
  }

  return (chance, where) => {
    const found = poolsFor(where)
    const choices = found.length > 0 ? found : poolsFor({ setting: 'any' })
    const { grids } = chance.byWeight(choices.map((pool) => [pool, pool.weight] as const))
    const { code, village } = chance.pick(grids)
    return { grid: code, village, names: namesOf(hub, village) }
  }
}

function fits(hub: Hub, village: string, { setting, divisions }: AppealTemplate['place']): boolean {
  const isTown = hub.reference.divisions.get(village)?.kind === divisionKindSchema.enum.residentsCommittee
  if (setting !== 'any' && (setting === 'town') !== isTown) return false
  const line = hub.reference.ancestorsOf(village)
  return divisions?.some((beginning) => line.some((code) => code === beginning.padEnd(12, '0'))) ?? true
}

function namesOf({ reference }: Hub, village: string): DemoPlace['names'] {
  const line = reference.ancestorsOf(village)
  const named = (tier: string) =>
    reference.divisions.get(line.find((code) => reference.divisions.get(code)?.tier === tier) ?? '')
  return {
    village: reference.divisions.get(village)?.shortName ?? '',
    township: spoken(named('township')),
    county: spoken(named('county')),
  }
}

/** Development zones have official names nobody says: 湖南益阳高新技术产业园区 is 高新区. */
function spoken(division: Division | undefined): string {
  const isZone = division?.kind === 'managementArea' || division?.kind === 'zone'
  return (isZone ? division.shortName : division?.name) ?? ''
}

function peopleByCounty({ items }: Hub['reference']['population']): ReadonlyMap<string, number> {
  const counted = new Map(items.flatMap((item) => ('people' in item ? [[item.code, item.people] as const] : [])))
  for (const item of items)
    if (!('people' in item)) counted.set(item.code, (counted.get(item.countedIn) ?? 0) * shareCountedIn)
  return counted
}
