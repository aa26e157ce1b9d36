/** The centre checks the unit's conclusion; it may not write the substance for the unit (rules.md 3.3). */
import type { Refusal } from '../../contract/refusal.ts'
import { granted, refused } from '../../contract/refusal.ts'
import { assignmentOf, type CaseFile } from '../case-file.ts'
import type { Circumstances, Rule } from '../circumstances.ts'
import { startClock } from '../start-clock.ts'

export const review: Rule<'review'> = {
  guard: directorWhereNeeded,
  decide: (file, { approved, reason }, { now, rules }) => {
    if (!approved) {
      return reason === undefined
        ? refused('input.invalid', undefined, [{ path: 'payload.reason', reason: 'input.required' }])
        : granted([{ type: 'order.reviewRejected', data: { reason, clocks: [] } }])
    }
    const { profile, calendar } = rules
    const urgency = assignmentOf(file)?.urgency ?? profile.defaultUrgency.value
    const followUp = startClock({
      kind: 'followUp',
      startAt: now,
      urgency,
      appealKind: file.facts.kind,
      profile,
      calendar,
    })
    return granted([
      { type: 'order.concluded', data: reason === undefined ? {} : { reason } },
      { type: 'order.followUpStarted', data: { clocks: [followUp] } },
    ])
  },
}

/** A duty officer reviews only what the profile leaves to him (`review.dutyOfficerMay`). */
function directorWhereNeeded(file: CaseFile, { who, rules }: Circumstances): Refusal | undefined {
  if (who.roles.includes('centreDirector')) return undefined
  const { kinds, urgencies } = rules.profile.review.dutyOfficerMay.value
  const urgency = assignmentOf(file)?.urgency
  const may = kinds.includes(file.facts.kind) && urgency !== undefined && urgencies.includes(urgency)
  return may ? undefined : { code: 'auth.roleMissing', facts: { role: 'centreDirector' } }
}
