import { useMemo, useState } from 'react'
import type { DeskQueue } from '../../hub/desk-queue.ts'
import { useBoard } from '../../hub/station.tsx'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { daysOf, followRows, insertWaiting, placeRows, type ListState } from './list-order.ts'

/** The rows of a queue in their places, and how to put in those that wait. */
export function useCaseList(queue: DeskQueue): { list: ListState; insert: () => void } {
  const source = useBoard('cases')
  const { tomorrow } = daysOf(useHubNow(60_000))
  // The bounds change at midnight only.
  const days = useMemo(() => daysOf(Date.parse(tomorrow) - 1), [tomorrow])
  const [kept, setKept] = useState(() => placeRows(source, queue, days))
  const list = followRows(kept, source, queue, days)
  if (list !== kept) setKept(list)
  return {
    list,
    insert: () => {
      setKept(insertWaiting)
    },
  }
}
