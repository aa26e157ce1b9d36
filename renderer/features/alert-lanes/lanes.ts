import type { AlertRow } from '../../../hub-server/contract/board.ts'
import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'

/** Red first: the order of the lanes from the top. */
export const laneColours = ['red', 'yellow', 'blue'] as const satisfies readonly AlertColour[]
export type Lanes = Readonly<Record<AlertColour, readonly AlertRow[]>>

/** The alerts by colour, each lane in its order: unacknowledged, then longest past due, then due next; without a clock last. */
export function lanesOf(alerts: Iterable<AlertRow>): Lanes {
  const lanes: Record<AlertColour, AlertRow[]> = { red: [], yellow: [], blue: [] }
  for (const row of alerts) lanes[row.colour].push(row)
  for (const colour of laneColours) lanes[colour].sort(byUrgency)
  return lanes
}

/** What is longest past due has the earliest due moment, and so has what is due next: one comparison orders both. */
function byUrgency(a: AlertRow, b: AlertRow): number {
  return (
    Number(a.state === 'acknowledged') - Number(b.state === 'acknowledged') ||
    compare(a.clock?.dueAt ?? '9', b.clock?.dueAt ?? '9') ||
    compare(a.registeredAt, b.registeredAt) ||
    compare(a.id, b.id)
  )
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
