/** After the conclusion: every order is followed up one by one; unsolved or dissatisfied goes back (济南 rule art. 27). */
import type { CaseEvent } from '../../contract/event.ts'
import type { BadField, Refusal } from '../../contract/refusal.ts'
import { granted, refused } from '../../contract/refusal.ts'
import { assignmentOf, type CaseFile } from '../case-file.ts'
import type { Circumstances, Rule } from '../circumstances.ts'
import { startClock } from '../start-clock.ts'

export const followUp: Rule<'followUp'> = {
  decide: (file, { contacted, solved, satisfaction = 'none', note }, circumstances) => {
    const bad = contradictions(contacted, solved, satisfaction)
    if (bad.length > 0) return refused('input.invalid', undefined, bad)
    const followedUp: CaseEvent = {
      type: 'order.followedUp',
      data: {
        contacted,
        ...(contacted && solved !== undefined && { solved }),
        satisfaction: contacted ? satisfaction : 'none',
        ...(note !== undefined && { note }),
        tries: file.followUpTries + 1,
      },
    }
    const goesBack = contacted && (solved === false || satisfaction === 'dissatisfied')
    return granted(
      goesBack
        ? [followedUp, redoOf(file, solved === false ? 'unsolved' : 'dissatisfied', circumstances)]
        : [followedUp],
    )
  },
}

export const redo: Rule<'redo'> = {
  decide: (file, { reason }, circumstances) => granted([redoOf(file, reason, circumstances)]),
}

/** The resident's own word by his tracking code, once for each conclusion. */
export const rate: Rule<'rate'> = {
  guard: (file) =>
    file.verdict?.by === 'resident'
      ? { code: 'transition.notNow', facts: { state: file.stage.state, why: 'rated' } }
      : undefined,
  decide: (_file, payload) => granted([{ type: 'order.rated', data: payload }]),
}

/** Rated, or validly followed up, or so many tries without contact; never over a resident's "not solved" or "dissatisfied". */
export const close: Rule<'close'> = {
  guard: (file, circumstances) =>
    closedBy(file, circumstances) === undefined ? notValid(file, circumstances) : undefined,
  decide: (file, _payload, circumstances) => {
    const by = closedBy(file, circumstances)
    return by === undefined
      ? { ok: false, refusal: notValid(file, circumstances) }
      : granted([{ type: 'order.closed', data: { by } }])
  },
}

function closedBy(
  { verdict, followUpTries }: CaseFile,
  { rules }: Circumstances,
): 'followUp' | 'rating' | 'tries' | undefined {
  if (verdict !== undefined) {
    if (!verdict.solved || verdict.satisfaction === 'dissatisfied') return undefined
    return verdict.by === 'resident' ? 'rating' : 'followUp'
  }
  if (!rules.profile.followUp.needed.value) return 'followUp'
  return followUpTries >= rules.profile.followUp.tries.value ? 'tries' : undefined
}

function notValid(file: CaseFile, { rules }: Circumstances): Refusal {
  return { code: 'followUp.notValid', facts: { tries: file.followUpTries, needed: rules.profile.followUp.tries.value } }
}

function contradictions(contacted: boolean, solved: boolean | undefined, satisfaction: string): BadField[] {
  if (contacted && solved === undefined) return [{ path: 'payload.solved', reason: 'input.required' }]
  if (!contacted && solved === true) return [{ path: 'payload.solved', reason: 'followUp.nobodyAsked' }]
  if (!contacted && satisfaction !== 'none') return [{ path: 'payload.satisfaction', reason: 'followUp.nobodyAsked' }]
  return []
}

/** Half of the first limit (profile `stages.redo`); the total clock goes on as it was. */
function redoOf(file: CaseFile, reason: string, { now, rules: { profile, calendar } }: Circumstances): CaseEvent {
  const urgency = assignmentOf(file)?.urgency ?? profile.defaultUrgency.value
  const handle = startClock({
    kind: 'handle',
    redo: true,
    startAt: now,
    urgency,
    appealKind: file.facts.kind,
    profile,
    calendar,
  })
  return { type: 'order.redo', data: { redoCount: file.redoCount + 1, reason, clocks: [handle] } }
}
