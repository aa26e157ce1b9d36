/** Which daily numbers an event adds to (rules.md 5.1), and where: every division above the case, and its lead unit. */
import type { EventData, EventType } from '../contract/event.ts'
import type { RuleProfile } from '../contract/profile.ts'
import type { Satisfaction } from '../contract/vocabulary.ts'
import { runningClocks } from '../domain/case-clock.ts'
import { assignmentOf, type CaseFile, type RecordedEvent } from '../domain/case-file.ts'
import type { DailyName } from '../store/counts.ts'
import { unitNode } from './project.ts'
import type { Reference } from './reference.ts'

export interface Counted {
  readonly nodes: readonly string[]
  readonly names: readonly DailyName[]
  /** For registrations, the hour in Shanghai, `09`. */
  readonly hour?: string
}

/** What an event adds one to. History taken from files counts nowhere: its days were counted elsewhere. */
export function countedBy(
  reference: Reference,
  profile: RuleProfile,
  before: CaseFile | undefined,
  after: CaseFile,
  event: RecordedEvent,
): Counted | undefined {
  if (after.facts.historic === true) return undefined
  const names = namesOf(profile, before, event)
  if (names.length === 0) return undefined
  const unit = assignmentOf(after)?.leadUnit
  const nodes = [...reference.ancestorsOf(after.facts.divisionCode), ...(unit === undefined ? [] : [unitNode(unit)])]
  return { nodes, names, ...(event.type === 'appeal.registered' && { hour: event.at.slice(11, 13) }) }
}

type Names<T extends EventType> = (
  data: EventData<T>,
  before: CaseFile | undefined,
  profile: RuleProfile,
) => readonly DailyName[]

/** Events that are not named here count nowhere. */
const namesOfEvent: { readonly [T in EventType]?: Names<T> } = {
  'appeal.registered': () => ['registered'],
  'order.dispatched': () => ['dispatched'],
  'order.acknowledged': () => ['acknowledged'],
  'order.concluded': () => ['concluded'],
  'order.closed': () => ['closed'],
  'clock.expired': ({ kind }) => (kind === 'handle' ? ['expired'] : kind === 'contact' ? ['contactEnded'] : []),
  'order.contacted': ({ reached }, before) =>
    reached && firstContactInTime(before) ? ['contactMet', 'contactEnded'] : [],
  'order.followedUp': ({ contacted, solved = false, satisfaction }, _before, profile) =>
    contacted ? followUpNames(profile, solved, satisfaction) : [],
  'order.rated': ({ satisfaction }, _before, profile) => ratingNames(profile, satisfaction),
}

function namesOf(profile: RuleProfile, before: CaseFile | undefined, event: RecordedEvent): readonly DailyName[] {
  // The table pairs each event with its own function; the compiler cannot follow the pairing through a union.
  const names = namesOfEvent[event.type] as Names<EventType> | undefined
  return names?.(event.data, before, profile) ?? []
}

function firstContactInTime(before: CaseFile | undefined): boolean {
  const clocks = before === undefined ? [] : runningClocks(before.clocks)
  return clocks.some((clock) => clock.kind === 'contact' && !clock.expired)
}

function followUpNames(profile: RuleProfile, solved: boolean, satisfaction: Satisfaction): readonly DailyName[] {
  return ['followedUp', ...(solved ? (['solved'] as const) : []), ...ratingNames(profile, satisfaction)]
}

function ratingNames(profile: RuleProfile, satisfaction: Satisfaction): readonly DailyName[] {
  if (satisfaction === 'none') return []
  return profile.followUp.countsAsSatisfied.value.includes(satisfaction) ? ['rated', 'pleased'] : ['rated']
}
