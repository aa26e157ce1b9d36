/** The same hub with a clock that is pushed and ids that follow it: acts of long ago through the doors of today. */
import { instantOf } from '../contract/instant.ts'
import type { Hub } from '../service/hub.ts'
import { idsOf, type Chance } from './chance.ts'

export interface PastHub {
  readonly hub: Hub
  /** Time only goes on: an earlier moment changes nothing. */
  readonly pushTo: (ms: number) => void
  readonly nowMs: () => number
}

export function pastHubOf(hub: Hub, chance: Chance, startMs: number): PastHub {
  let ms = startMs
  return {
    hub: { ...hub, now: () => instantOf(ms), newId: idsOf(chance, () => ms) },
    pushTo: (toMs) => {
      ms = Math.max(ms, Math.floor(toMs))
    },
    nowMs: () => ms,
  }
}
