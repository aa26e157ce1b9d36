/** The first event of a case. Every appeal is recorded, spoken ones too (信访工作条例 art. 19, 22, 23). */
import type { EventData, EventOf } from '../contract/event.ts'
import type { Instant } from '../contract/instant.ts'
import type { Rules } from './circumstances.ts'
import { startClock } from './start-clock.ts'

export type AppealFacts = Omit<
  EventData<'appeal.registered'>,
  'holder' | 'codeVersion' | 'profileVersion' | 'calendarVersion' | 'clocks'
>

/**
 * The registration of an appeal at this centre, its first holder. Triage and total clocks start with the profile's default urgency; a
 * historic row of a file starts none.
 */
export function registerAppeal(facts: AppealFacts, at: Instant, rules: Rules): EventOf<'appeal.registered'> {
  const { profile, calendar } = rules
  const common = { urgency: profile.defaultUrgency.value, appealKind: facts.kind, startAt: at, profile, calendar }
  const clocks = facts.historic
    ? []
    : [startClock({ kind: 'triage', ...common }), startClock({ kind: 'total', ...common })]
  return {
    type: 'appeal.registered',
    data: {
      ...facts,
      holder: rules.centre,
      codeVersion: rules.codeVersion,
      profileVersion: profile.version,
      calendarVersion: calendar.version,
      clocks,
    },
  }
}
