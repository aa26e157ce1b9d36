/**
 * The one door of every decision: right → state → the command's own rule. A function of the case, the order and the circumstances;
 * it answers with events or with a refusal and changes nothing.
 */
import type { Command, CommandType } from '../contract/command.ts'
import type { CaseEvent } from '../contract/event.ts'
import { granted, refused, type Answer, type Refusal } from '../contract/refusal.ts'
import { roleFor } from './access.ts'
import { stateOf, type CaseFile } from './case-file.ts'
import type { Circumstances, Rule } from './circumstances.ts'
import { evolve } from './evolve.ts'
import { cellOf } from './life-cycle.ts'
import { close, followUp, rate, redo } from './rules/follow-up.ts'
import { acknowledge, contact, submit } from './rules/handling.ts'
import { decideReturn, requestReturn } from './rules/return.ts'
import { review } from './rules/review.ts'
import { accept, decline, dispatch } from './rules/triage.ts'
import { acknowledgeAlert, instruct, note, urge } from './rules/words.ts'
import { afterAct } from './time-alert.ts'

const rules: { readonly [T in CommandType]?: Rule<T> } = {
  accept,
  decline,
  dispatch,
  acknowledge,
  contact,
  requestReturn,
  decideReturn,
  submit,
  review,
  followUp,
  redo,
  rate,
  close,
  note,
  instruct,
  urge,
  acknowledgeAlert,
}

/** What a command brings about. The alert's change that follows from the act is part of the answer. */
export function decide(file: CaseFile, command: Command, circumstances: Circumstances): Answer<readonly CaseEvent[]> {
  const refusal = hindrance(file, command.type, circumstances)
  if (refusal !== undefined) return { ok: false, refusal }
  const decision = decideByRule(file, command, circumstances)
  if (!decision.ok) return decision
  const after = imagine(file, decision.value, circumstances)
  return granted([...decision.value, ...afterAct(after, circumstances.now, circumstances.rules.profile)])
}

/** Why a command cannot be given now by this person, whatever its payload; undefined when it can. */
export function hindrance(file: CaseFile, type: CommandType, circumstances: Circumstances): Refusal | undefined {
  if (!mayEver(type, circumstances)) return { code: 'transition.forbidden', facts: { command: type } }
  const cell = cellOf(type, stateOf(file))
  if (cell === 'later') return { code: 'transition.notOffered', facts: { command: type } }
  if (cell === 'no' || file.facts.historic === true)
    return { code: 'transition.notNow', facts: { state: stateOf(file) } }
  if (file.facts.holder !== circumstances.rules.centre)
    return { code: 'case.notHolder', facts: { holder: file.facts.holder } }
  return rules[type]?.guard?.(file, circumstances)
}

function mayEver(type: CommandType, { who }: Circumstances): boolean {
  if (type === 'rate') return who.actor.kind === 'resident'
  if (type === 'note' && who.actor.kind === 'resident') return true
  return roleFor(who, type) !== undefined
}

function decideByRule(file: CaseFile, command: Command, circumstances: Circumstances): Answer<readonly CaseEvent[]> {
  const rule = rules[command.type] as Rule<CommandType> | undefined
  return rule === undefined
    ? refused('transition.notOffered', { command: command.type })
    : rule.decide(file, command.payload, circumstances)
}

function imagine(file: CaseFile, events: readonly CaseEvent[], { now, who }: Circumstances): CaseFile {
  let version = file.version
  return events.reduce((before, event) => {
    version += 1
    return evolve(file.id, before, { ...event, at: now, actor: who.actor, version }) ?? before
  }, file)
}
