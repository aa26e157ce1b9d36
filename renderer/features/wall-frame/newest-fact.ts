import type { AlertRow } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { townshipName } from '../../shared/wall/township-name.ts'

/** Something that has just happened, said by place and matter. */
export interface TickerFact {
  /** Hub time in ms. */
  readonly at: number
  readonly place: string
  /** Null while the case has no category. */
  readonly matter: string | null
  readonly colour: AlertRow['colour']
}

/** The alert that came up last. Alert rows carry no person and no word of one. */
export function newestFact(alerts: Iterable<AlertRow>): TickerFact | null {
  let newest: AlertRow | null = null
  for (const row of alerts) if (newest === null || row.since > newest.since) newest = row
  if (newest === null) return null
  const { since, place, matter, colour } = newest
  return { at: msOf(since), place: townshipName(place), matter: matter === '' ? null : matter, colour }
}
