import type { AlertRow } from '../../../hub-server/contract/board.ts'
import { dayOf, instantOf, msOf } from '../../../hub-server/contract/instant.ts'
import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'

const hour = 3_600_000

/** The one number of a lane that matters next: red, who has not acknowledged; yellow, what turns red within the hour; blue, what turns yellow today. */
export function laneFact(colour: AlertColour, rows: readonly AlertRow[], now: number): number {
  switch (colour) {
    case 'red':
      return rows.filter((row) => row.state === 'unacknowledged').length
    case 'yellow':
      return rows.filter(({ clock }) => clock !== null && isWithin(msOf(clock.dueAt) - now, hour)).length
    case 'blue': {
      const today = dayOf(instantOf(now))
      return rows.filter(({ clock }) => clock !== null && dayOf(clock.yellowAt) === today && msOf(clock.yellowAt) > now)
        .length
    }
  }
}

function isWithin(ms: number, span: number): boolean {
  return ms > 0 && ms <= span
}
