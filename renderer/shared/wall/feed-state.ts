import { staleAfterSeconds } from '../../../hub-server/contract/station.ts'

/** How old what a tile shows is. Both times are the hub's, in ms. */
export interface FeedState {
  /** When the hub last spoke; null while nothing has come yet. */
  readonly at: number | null
  /** Three beats of the hub have failed to come: what is shown was true then. */
  readonly stale: boolean
}

/** A feed without a word for 15 s is stale (README of the look, "Stale": three missed intervals). */
export function feedState(at: number | null, now: number): FeedState {
  return { at, stale: at !== null && now - at > staleAfterSeconds * 1000 }
}
