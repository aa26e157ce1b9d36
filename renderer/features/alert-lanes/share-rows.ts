import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'
import { laneColours } from './lanes.ts'

/** What each lane gets before any lane gets more. */
const fairShare: Readonly<Record<AlertColour, number>> = { red: 4, yellow: 3, blue: 2 }

/**
 * How many rows each lane draws. A lane never loses its fair share to a longer one and always keeps one row, even if only to say that it is
 * empty; what it does not need goes to the most urgent lane that does.
 * @param room rows there is room for, over all lanes drawn together
 */
export function shareRows(
  room: number,
  counts: Readonly<Partial<Record<AlertColour, number>>>,
): Readonly<Record<AlertColour, number>> {
  const present = laneColours.filter((colour) => counts[colour] !== undefined)
  const shares: Record<AlertColour, number> = { red: 0, yellow: 0, blue: 0 }
  for (const colour of present) shares[colour] = 1
  const give = (most: (colour: AlertColour) => number) => {
    for (const colour of present) {
      const left = room - present.reduce((sum, each) => sum + shares[each], 0)
      shares[colour] += Math.max(0, Math.min(left, most(colour) - shares[colour]))
    }
  }
  give((colour) => Math.min(fairShare[colour], counts[colour] ?? 0))
  give((colour) => counts[colour] ?? 0)
  return shares
}
