/** The centre's first acts: accept or decline, and send the order to exactly one lead unit (rules.md 3.3). */
import type { BadField } from '../../contract/refusal.ts'
import { granted, refused, type Answer } from '../../contract/refusal.ts'
import type { CaseEvent, EventOf } from '../../contract/event.ts'
import type { CommandOf } from '../../contract/command.ts'
import type { CaseFile } from '../case-file.ts'
import type { Circumstances, Rule } from '../circumstances.ts'
import { startClock } from '../start-clock.ts'

export const accept: Rule<'accept'> = {
  decide: () => granted([{ type: 'order.accepted', data: {} }]),
}

/** 潍坊 rule art. 19: the reason is told, and where another channel is right, that channel. */
export const decline: Rule<'decline'> = {
  decide: (_file, payload) =>
    payload.reason === 'otherChannel' && payload.rightWay === undefined
      ? refused('input.invalid', undefined, [{ path: 'payload.rightWay', reason: 'decline.rightWayNeeded' }])
      : granted([{ type: 'order.declined', data: payload }]),
}

export const dispatch: Rule<'dispatch'> = {
  decide: (file, payload, circumstances) => sendTo(file, payload, circumstances),
}

/** Art. 22: one lead unit; due times are set here and frozen. The total clock keeps its start and takes the urgency's length. */
export function sendTo(
  file: CaseFile,
  order: CommandOf<'dispatch'>['payload'],
  { now, rules }: Circumstances,
): Answer<readonly CaseEvent[]> {
  const { assistUnits = [] } = order
  const bad = badUnits(order.leadUnit, assistUnits, rules.units)
  if (bad.length > 0) return refused('input.invalid', undefined, bad)
  const { profile, calendar } = rules
  const common = { urgency: order.urgency, appealKind: file.facts.kind, profile, calendar }
  const kinds = ['acknowledge', 'contact', 'handle'] as const
  const dispatched: EventOf<'order.dispatched'> = {
    type: 'order.dispatched',
    data: {
      assignment: file.assignmentCount + 1,
      leadUnit: order.leadUnit,
      assistUnits,
      urgency: order.urgency,
      ...(order.instruction !== undefined && { instruction: order.instruction }),
      clocks: [
        ...kinds.map((kind) => startClock({ kind, startAt: now, ...common })),
        startClock({ kind: 'total', startAt: file.registeredAt, ...common }),
      ],
    },
  }
  return granted([dispatched])
}

function badUnits(lead: string, assist: readonly string[], units: Circumstances['rules']['units']): BadField[] {
  const bad: BadField[] = []
  if (!units.has(lead)) bad.push({ path: 'payload.leadUnit', reason: 'unit.unknown', facts: { unit: lead } })
  for (const [index, unit] of assist.entries()) {
    const path = `payload.assistUnits.${String(index)}`
    if (!units.has(unit)) bad.push({ path, reason: 'unit.unknown', facts: { unit } })
    else if (unit === lead) bad.push({ path, reason: 'unit.leadsAlready', facts: { unit } })
    else if (assist.indexOf(unit) !== index) bad.push({ path, reason: 'unit.namedTwice', facts: { unit } })
  }
  return bad
}
