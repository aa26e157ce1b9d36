import type { CaseRow, NumbersRow, QueueCount } from '../../../hub-server/contract/board.ts'
import { standsIn, type DeskQueue } from '../../hub/desk-queue.ts'

/** Counts of a queue: those of the hub, which knows all its rows; what waits for me is counted from the rows of this desk. */
export function countOf(
  queue: DeskQueue,
  numbers: ReadonlyMap<string, NumbersRow>,
  mine: QueueCount,
): QueueCount | null {
  if (numbers.size === 0) return null
  if (queue === 'mine') return mine
  const counts = numbers.get('queues')
  return counts?.id === 'queues' ? counts.queues[queue] : null
}

export function countMine(rows: ReadonlyMap<string, CaseRow>): QueueCount {
  const sum = { total: 0, red: 0, yellow: 0, blue: 0 }
  for (const row of rows.values()) {
    if (!standsIn(row, 'mine')) continue
    sum.total += 1
    if (row.alert !== null) sum[row.alert.colour] += 1
  }
  return sum
}

/** The worst colour that asks for somebody, with its count; blue is only a notice. */
export function hotOf({ red, yellow }: QueueCount): { colour: 'red' | 'yellow'; count: number } | null {
  if (red > 0) return { colour: 'red', count: red }
  return yellow > 0 ? { colour: 'yellow', count: yellow } : null
}
