/**
 * The time axis of the three colours (rules.md 3.5): a colour rises by itself and falls only by a recorded act. What a case needs to
 * be told as time passes, and when it must be looked at next.
 */
import type { CaseEvent } from '../contract/event.ts'
import { instantOf, msOf, type Instant } from '../contract/instant.ts'
import type { RuleProfile } from '../contract/profile.ts'
import { alertColours, type AlertColour } from '../contract/vocabulary.ts'
import { runningClocks, type CaseClock } from './case-clock.ts'
import { stateOf, type CaseFile } from './case-file.ts'
import { timeColourAt } from './clock-colour.ts'

interface Judged {
  readonly colour: AlertColour
  readonly ruleId: string
  readonly clock?: CaseClock['kind']
}

/** What the passing of time alone brings: due times gone by, and a colour that rises. */
export function passTime(file: CaseFile, now: Instant, profile: RuleProfile): readonly CaseEvent[] {
  const expired = runningClocks(file.clocks)
    .filter((clock) => !clock.expired && now > clock.dueAt)
    .map((clock): CaseEvent => ({ type: 'clock.expired', data: { kind: clock.kind } }))
  return [...expired, ...rises(file, now, profile)]
}

/** After an act of a person: the colour may also fall, for the act ended what had raised it. */
export function afterAct(file: CaseFile, now: Instant, profile: RuleProfile): readonly CaseEvent[] {
  const open = file.alerts.find((alert) => alert.axis === 'time')
  const judged = judge(file, now, profile)
  if (open !== undefined && judged === undefined) return [{ type: 'alert.cleared', data: { axis: 'time' } }]
  if (open !== undefined && judged !== undefined && rank(judged.colour) < rank(open.colour)) {
    return [{ type: 'alert.lowered', data: { axis: 'time', ...judged } }]
  }
  return rises(file, now, profile)
}

/** The next moment at which time alone changes this case, if any. */
export function nextTurn(file: CaseFile, after: Instant): Instant | undefined {
  let next: Instant | undefined
  for (const clock of runningClocks(file.clocks)) {
    const pastDue = instantOf(msOf(clock.dueAt) + 1)
    const turns = clock.expired ? [] : [clock.blueAt, clock.yellowAt, pastDue]
    for (const turn of turns) if (turn > after && (next === undefined || turn < next)) next = turn
  }
  return next
}

function rises(file: CaseFile, now: Instant, profile: RuleProfile): readonly CaseEvent[] {
  const open = file.alerts.find((alert) => alert.axis === 'time')
  const judged = judge(file, now, profile)
  if (judged === undefined) return []
  if (open === undefined) return [{ type: 'alert.raised', data: { axis: 'time', ...judged } }]
  return rank(judged.colour) > rank(open.colour) ? [{ type: 'alert.upgraded', data: { axis: 'time', ...judged } }] : []
}

/** The worst of all running clocks, and of the redos of an order that is in the unit's hands again. */
function judge(file: CaseFile, now: Instant, profile: RuleProfile): Judged | undefined {
  let worst: Judged | undefined
  for (const clock of runningClocks(file.clocks)) {
    const colour = timeColourAt(clock, now, profile.colours.pastDue.value)
    if (colour !== undefined && (worst === undefined || rank(colour) > rank(worst.colour))) {
      worst = { colour, ruleId: clock.ruleId, clock: clock.kind }
    }
  }
  const redone = redoColour(file, profile)
  return redone !== undefined && (worst === undefined || rank(redone) > rank(worst.colour))
    ? { colour: redone, ruleId: 'colours.redo' }
    : worst
}

function redoColour(file: CaseFile, profile: RuleProfile): AlertColour | undefined {
  const withUnit = ['redo', 'handling', 'pendingReview', 'returnRequested'].includes(stateOf(file))
  if (file.redoCount === 0 || !withUnit) return undefined
  const colours = profile.colours.redo.value
  return colours[Math.min(file.redoCount, colours.length) - 1]
}

function rank(colour: AlertColour): number {
  return alertColours.indexOf(colour)
}
