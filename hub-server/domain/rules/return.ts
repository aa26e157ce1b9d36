/** Giving an order back: the unit asks with reason and legal basis, the centre decides (潍坊 rule art. 22, 信访工作条例 art. 23). */
import type { Refusal } from '../../contract/refusal.ts'
import type { CaseEvent } from '../../contract/event.ts'
import { granted, refused } from '../../contract/refusal.ts'
import { assignmentOf, type CaseFile } from '../case-file.ts'
import type { Circumstances, Rule } from '../circumstances.ts'
import { dueOf } from '../deadline.ts'
import { startClock } from '../start-clock.ts'
import { leadUnitOnly } from './handling.ts'
import { sendTo } from './triage.ts'

export const requestReturn: Rule<'requestReturn'> = {
  guard: (file, circumstances) => leadUnitOnly(file, circumstances) ?? windowPassed(file, circumstances),
  decide: (_file, payload) => granted([{ type: 'order.returnRequested', data: payload }]),
}

export const decideReturn: Rule<'decideReturn'> = {
  decide: (file, payload, circumstances) => {
    const { approved, to, reason } = payload
    if (!approved) {
      if (to !== undefined)
        return refused('input.invalid', undefined, [{ path: 'payload.to', reason: 'return.toNeedsApproval' }])
      if (reason === undefined)
        return refused('input.invalid', undefined, [{ path: 'payload.reason', reason: 'input.required' }])
      return granted([{ type: 'order.returnDecided', data: { approved, reason, clocks: [] } }])
    }
    const words = reason === undefined ? {} : { reason }
    if (to === undefined) {
      const clocks = [triageAgain(file, circumstances)]
      return granted([{ type: 'order.returnDecided', data: { approved, ...words, clocks } }])
    }
    const before = assignmentOf(file)
    const urgency = before?.urgency ?? circumstances.rules.profile.defaultUrgency.value
    const sent = sendTo(
      file,
      { leadUnit: to, urgency, ...(before?.instruction && { instruction: before.instruction }) },
      circumstances,
    )
    if (!sent.ok)
      return refused('input.invalid', undefined, [{ path: 'payload.to', reason: 'unit.unknown', facts: { unit: to } }])
    const decided: CaseEvent = { type: 'order.returnDecided', data: { approved, ...words, clocks: [] } }
    return granted([decided, ...sent.value])
  },
}

/** Profile `stages.returnRequest`: after so long the unit has taken the order; critical ones are acted on first. */
function windowPassed(file: CaseFile, { now, rules }: Circumstances): Refusal | undefined {
  const assignment = assignmentOf(file)
  if (assignment === undefined) return undefined
  const { profile, calendar } = rules
  const window = profile.stages.returnRequest[assignment.urgency].value
  if (window === 'none') return { code: 'return.windowPassed', facts: { window } }
  const { dueAt } = dueOf({
    startAt: assignment.dispatchedAt,
    length: window,
    calendar,
    dayEndsAt: profile.dayEndsAt.value,
    naturalDayEndsAt: profile.naturalDayEndsAt.value,
  })
  return now > dueAt ? { code: 'return.windowPassed', facts: { window, until: dueAt } } : undefined
}

function triageAgain(file: CaseFile, { now, rules: { profile, calendar } }: Circumstances) {
  const urgency = assignmentOf(file)?.urgency ?? profile.defaultUrgency.value
  return startClock({ kind: 'triage', startAt: now, urgency, appealKind: file.facts.kind, profile, calendar })
}
