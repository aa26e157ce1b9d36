import { useQueries } from '@tanstack/react-query'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { lengthParts, type Length } from '../../../hub-server/contract/clock.ts'
import { dayNumberAt, HOUR_MS, instantOf, msOf, startOfDayMs } from '../../../hub-server/contract/instant.ts'
import type { RuleProfile } from '../../../hub-server/contract/profile.ts'
import { dueQuery } from '../../hub/reference-queries.ts'
import type { Draft } from './act-forms.ts'
import type { ActId } from './acts.ts'
import { startedClocks, type ReadBackFacts } from './read-back.ts'

const minuteMs = 60_000

/** When the clocks that an act starts would be due if it were done now. Days are counted by the hub; hours run from the moment. */
export function useStartedDues(
  act: ActId | null,
  view: CaseView,
  draft: Draft,
  profile: RuleProfile | undefined,
  nowMs: number,
): ReadBackFacts['dues'] {
  const clocks = act === null ? [] : startedClocks(act, { view, draft, profile })
  const answers = useQueries({
    queries: clocks.map(({ length }) => ({
      ...dueQuery(askedFrom(length, nowMs), length),
      enabled: hoursOf(length) === null,
    })),
  })
  const dues: Partial<Record<string, number>> = {}
  for (const [index, { kind, length }] of clocks.entries()) {
    const hours = hoursOf(length)
    const counted = answers[index]?.data
    if (hours !== null) dues[kind] = nowMs + hours * HOUR_MS
    else if (counted !== undefined) dues[kind] = msOf(counted.dueAt)
  }
  return dues
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
