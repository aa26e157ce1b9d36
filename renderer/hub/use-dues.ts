import { useQueries } from '@tanstack/react-query'
import { lengthParts, type Length } from '../../hub-server/contract/clock.ts'
import { dayNumberAt, HOUR_MS, instantOf, msOf, startOfDayMs } from '../../hub-server/contract/instant.ts'
import { dueQuery } from './reference-queries.ts'

const minuteMs = 60_000

/**
 * When each length would end (ms) if it began at `nowMs`; undefined until the hub has counted it. Days are counted by the hub; hours run
 * from the moment.
 */
export function useDues(lengths: readonly Length[], nowMs: number): readonly (number | undefined)[] {
  // Two promises of the same length are one question.
  const asked = [...new Set(lengths)]
  const answers = useQueries({
    queries: asked.map((length) => ({
      ...dueQuery(askedFrom(length, nowMs), length),
      enabled: hoursOf(length) === null,
    })),
  })
  return lengths.map((length) => {
    const hours = hoursOf(length)
    if (hours !== null) return nowMs + hours * HOUR_MS
    const counted = answers[asked.indexOf(length)]?.data
    return counted === undefined ? undefined : msOf(counted.dueAt)
  })
}

/** A term in days is the same from any moment of a day, so one answer serves all day; `sameWorkday` turns at the close of business. */
function askedFrom(length: Length, nowMs: number): string {
  const { unit } = lengthParts(length)
  return instantOf(unit === 'sameWorkday' ? Math.floor(nowMs / minuteMs) * minuteMs : startOfDayMs(dayNumberAt(nowMs)))
}

function hoursOf(length: Length): number | null {
  const { count, unit } = lengthParts(length)
  if (unit === 'h') return count
  return unit === 'min' ? (count * minuteMs) / HOUR_MS : null
}
