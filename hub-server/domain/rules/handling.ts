/** What the responsible unit does: acknowledge, contact, submit. Only it may claim the substance (rules.md 2.5, 3.3). */
import type { Refusal } from '../../contract/refusal.ts'
import { granted } from '../../contract/refusal.ts'
import { assignmentOf, type CaseFile } from '../case-file.ts'
import type { Circumstances, Rule } from '../circumstances.ts'
import { startClock } from '../start-clock.ts'

/** The lead unit alone answers for the order; assisting units read and note. */
export function leadUnitOnly(file: CaseFile, { who }: Circumstances): Refusal | undefined {
  const lead = assignmentOf(file)?.leadUnit
  return lead !== undefined && lead === who.unit
    ? undefined
    : { code: 'transition.notLeadUnit', facts: { unit: lead ?? '' } }
}

/** `ackAt` is the hub's time. */
export const acknowledge: Rule<'acknowledge'> = {
  guard: leadUnitOnly,
  decide: () => granted([{ type: 'order.acknowledged', data: {} }]),
}

export const contact: Rule<'contact'> = {
  guard: leadUnitOnly,
  decide: (_file, payload) => granted([{ type: 'order.contacted', data: payload }]),
}

export const submit: Rule<'submit'> = {
  guard: leadUnitOnly,
  decide: (file, payload, { now, rules }) => {
    const urgency = assignmentOf(file)?.urgency ?? rules.profile.defaultUrgency.value
    const { profile, calendar } = rules
    const review = startClock({ kind: 'review', startAt: now, urgency, appealKind: file.facts.kind, profile, calendar })
    return granted([{ type: 'order.submitted', data: { ...payload, clocks: [review] } }])
  },
}
