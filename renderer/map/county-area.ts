import type { Instant } from '../../hub-server/contract/instant.ts'
import { classOf, type ClassBounds, type FillClass } from './fill-classes.ts'

/** One county-level area on the map, as the board of the centre counts it. */
export interface CountyArea {
  /** Division code, 12 digits. */
  readonly code: string
  /** As it is written on the map: 赫山区, 大通湖. */
  readonly name: string
  /** Cases that are open. */
  readonly open: number
  /** Open cases per 10,000 residents, which chooses the fill; null or absent when the population is not known. */
  readonly perTenThousand?: number | null | undefined
  readonly red: number
  readonly yellow: number
  readonly blue: number
  /** Set when the area's centre is cut off: the moment to which its figures reach. */
  readonly stale?: Instant | undefined
}

/** A case on the map. It stands at its township, never nearer. */
export interface MapPin {
  readonly id: string
  /** The number that the same case carries in its lane. */
  readonly number: number
  readonly colour: 'red' | 'yellow' | 'blue'
  readonly lng: number
  readonly lat: number
  /** The case's centre is cut off, so its state may have changed. */
  readonly stale?: boolean | undefined
}

/** How an area is filled. */
export interface AreaFill {
  readonly code: string
  readonly fillClass: FillClass
  readonly stale: boolean
}

export function fillOf(area: CountyArea, bounds: ClassBounds | null): AreaFill {
  return {
    code: area.code,
    fillClass: classOf(area.perTenThousand ?? null, bounds),
    stale: area.stale !== undefined,
  }
}

/** `exact` for those who work the cases; `masked` where a count of one or two split by area could point at a person. */
export type SmallCounts = 'exact' | 'masked'

export function countText(count: number, smallCounts: SmallCounts): string {
  return smallCounts === 'masked' && count > 0 && count < 3 ? '<3' : String(count)
}
