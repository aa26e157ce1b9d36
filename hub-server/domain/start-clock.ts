import { lengthParts, type Clock, type ClockKind, type Length } from '../contract/clock.ts'
import { instantOf, msOf, type Instant } from '../contract/instant.ts'
import type { RuleProfile } from '../contract/profile.ts'
import type { AppealKind, Urgency } from '../contract/vocabulary.ts'
import { colourTimes } from './clock-colour.ts'
import { dueOf } from './deadline.ts'
import type { CalendarIndex } from './work-calendar.ts'

export interface ClockStart {
  readonly kind: ClockKind
  readonly urgency: Urgency
  readonly appealKind: AppealKind
  /** For `total` the registration, also when the urgency becomes known later. */
  readonly startAt: Instant
  readonly profile: RuleProfile
  readonly calendar: CalendarIndex
  /** The order was sent back for handling again: `handle` takes the redo limit. Other kinds are not touched. */
  readonly redo?: boolean
}

interface Limit {
  readonly length: Length
  readonly ruleId: string
  readonly source: string
}

/** Starts one clock by the profile: its due time, its colours and what they stand on, frozen (rules.md 3.4.2). */
export function startClock(start: ClockStart): Clock {
  const { kind, startAt, profile, calendar } = start
  const { length, ruleId, source } = limitOf(start)
  const { dueAt, provisional, calendarVersion, proof } = dueOf({
    startAt,
    length,
    calendar,
    dayEndsAt: profile.dayEndsAt.value,
    naturalDayEndsAt: profile.naturalDayEndsAt.value,
  })
  const { blueMs, yellowMs } = colourTimes({
    startMs: msOf(startAt),
    dueMs: msOf(dueAt),
    length,
    calendar,
    colours: profile.colours,
  })
  return {
    kind,
    length,
    startedAt: startAt,
    blueAt: instantOf(blueMs),
    yellowAt: instantOf(yellowMs),
    dueAt,
    provisional,
    ruleId,
    source,
    profileVersion: profile.version,
    calendarVersion,
    proof,
  }
}

function limitOf({ kind, urgency, appealKind, profile, redo }: ClockStart): Limit {
  const ofKind = kind === 'handle' || kind === 'total' ? profile.byKind[appealKind]?.[kind]?.[urgency] : undefined
  const first = ofKind ?? profile.stages[kind][urgency]
  const ruleId = `${kind}.${urgency}${ofKind === undefined ? '' : `.${appealKind}`}`
  if (kind !== 'handle' || redo !== true) {
    return { length: first.value, ruleId, source: `${first.source}（${first.grade}）` }
  }
  const again = profile.stages.redo[urgency]
  const length = again.value === 'half' ? halfOf(first.value, profile.redo.minimumDays.value) : again.value
  return { length, ruleId: `${ruleId}.redo`, source: `${again.source}（${again.grade}）` }
}

/** Half a limit, rounded up; for working and natural days not under the least number of days. */
function halfOf(length: Length, minimumDays: number): Length {
  const { count, unit } = lengthParts(length)
  if (unit === 'sameWorkday') return length
  const half = Math.ceil(count / 2)
  return `${unit === 'wd' || unit === 'd' ? Math.max(half, minimumDays) : half}${unit}`
}
