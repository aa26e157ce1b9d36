/** A case file as the tables and screens need it: derived, never decided. Rebuilt alike from the ledger. */
import type { AlertRow, CaseRow, RowAlert, RowClock } from '../contract/board.ts'
import { msOf } from '../contract/instant.ts'
import type { CommandType } from '../contract/command.ts'
import { alertColours, type AlertColour, type CaseStateName } from '../contract/vocabulary.ts'
import { runningClocks, type CaseClock } from '../domain/case-clock.ts'
import { assignmentOf, stateOf, type CaseFile, type OpenAlert } from '../domain/case-file.ts'
import { isOpen, nextDueMs, queuesOf } from '../domain/queues.ts'
import type { CaseColumns } from '../store/cases.ts'
import type { Standing } from '../store/queue.ts'
import type { Reference } from './reference.ts'

export type UnaddressedRow = Omit<CaseRow, 'allowed'>

/** The node of a unit among the divisions of the queues. */
export function unitNode(unit: string): string {
  return `u:${unit}`
}

export function unitsOf(file: CaseFile): readonly string[] {
  const assignment = assignmentOf(file)
  return assignment === undefined || !isOpen(file) ? [] : [assignment.leadUnit, ...assignment.assistUnits]
}

/** Everything a case is counted under. */
export function nodesOf(file: CaseFile, reference: Reference): readonly string[] {
  return [...reference.ancestorsOf(file.facts.divisionCode), ...unitsOf(file).map(unitNode)]
}

export function standingOf(file: CaseFile, reference: Reference): Standing {
  const alert = worstAlert(file)
  return {
    nodes: nodesOf(file, reference),
    queues: queuesOf(file),
    nextDueMs: nextDueMs(file),
    colour: alert?.colour ?? null,
    unacknowledged: alert?.state === 'unacknowledged',
  }
}

export function columnsOf(file: CaseFile, changed: number, reference: Reference, centre: string): CaseColumns {
  const externalId = file.facts.externalId
  return {
    division: file.facts.divisionCode,
    category: file.facts.category ?? null,
    leadUnit: assignmentOf(file)?.leadUnit ?? null,
    colour: worstAlert(file)?.colour ?? null,
    isOpen: isOpen(file),
    nextDueMs: nextDueMs(file),
    registeredMs: msOf(file.registeredAt),
    externalKey: externalId === undefined ? null : `${file.facts.channel}:${externalId}`,
    changed,
    boardRow: JSON.stringify(boardRowOf(file, reference, centre)),
  }
}

export function boardRowOf(file: CaseFile, reference: Reference, centre: string): UnaddressedRow {
  const { facts } = file
  const assignment = assignmentOf(file)
  const alert = worstAlert(file)
  return {
    id: file.id,
    caseCode: facts.caseCode,
    version: file.version,
    state: stateOf(file),
    kind: facts.kind,
    channel: facts.channel,
    urgency: assignment?.urgency ?? null,
    title: facts.title,
    divisionCode: facts.divisionCode,
    place: reference.placeOf(facts.divisionCode, centre),
    category: facts.category ?? null,
    leadUnit: assignment === undefined ? null : unitName(assignment.leadUnit, reference),
    assistCount: assignment?.assistUnits.length ?? 0,
    holder: facts.holder,
    registeredAt: file.registeredAt,
    clocks: rowClocksOf(file),
    alert: alert === undefined ? null : rowAlertOf(alert),
    queues: [...queuesOf(file)],
    redoCount: file.redoCount,
    returnCount: file.returnCount,
  }
}

/** Running clocks, the one that falls due first in front; the total clock last where it falls due together with another. */
function rowClocksOf(file: CaseFile): RowClock[] {
  return runningClocks(file.clocks)
    .toSorted((a, b) =>
      a.dueAt < b.dueAt ? -1 : a.dueAt > b.dueAt ? 1 : Number(a.kind === 'total') - Number(b.kind === 'total'),
    )
    .map(rowClockOf)
}

function rowClockOf(clock: CaseClock): RowClock {
  return {
    kind: clock.kind,
    dueAt: clock.dueAt,
    warnAt: clock.blueAt,
    yellowAt: clock.yellowAt,
    provisional: clock.provisional,
  }
}

/** A row of a lane or wall: the township, the class of the matter, the unit and the act that is expected; nothing the resident wrote. */
export function alertRowOf(file: CaseFile, reference: Reference, centre: string): AlertRow | null {
  const alert = worstAlert(file)
  if (alert === undefined || !isOpen(file)) return null
  const township = townshipOf(file.facts.divisionCode, reference)
  const unit = assignmentOf(file)?.leadUnit
  return {
    id: file.id,
    caseCode: file.facts.caseCode,
    ...rowAlertOf(alert),
    township,
    place: reference.placeOf(township, centre),
    matter: file.facts.category?.split('/').at(-1) ?? '',
    kind: file.facts.kind,
    unit: unit === undefined ? null : unitName(unit, reference).name,
    nextAct: nextActs[stateOf(file)] ?? 'note',
    clock: rowClocksOf(file)[0] ?? null,
    registeredAt: file.registeredAt,
  }
}

export function unitName(code: string, reference: Reference): { code: string; name: string } {
  return { code, name: reference.units.get(code)?.shortName ?? code }
}

/** Small places are not shown on walls (rules.md 8.3): a village's case stands at its township. */
function townshipOf(division: string, reference: Reference): string {
  return reference.ancestorsOf(division).find((code) => reference.divisions.get(code)?.tier !== 'village') ?? division
}

function worstAlert(file: CaseFile): OpenAlert | undefined {
  return file.alerts.reduce<OpenAlert | undefined>(
    (worst, alert) => (worst === undefined || rank(alert.colour) > rank(worst.colour) ? alert : worst),
    undefined,
  )
}

function rank(colour: AlertColour): number {
  return alertColours.indexOf(colour)
}

function rowAlertOf(alert: OpenAlert): RowAlert {
  return { colour: alert.colour, axis: alert.axis, state: alert.state, since: alert.since }
}

/** Who must move: "no act, no alert". */
const nextActs: Partial<Record<CaseStateName, CommandType>> = {
  registered: 'accept',
  pendingDispatch: 'dispatch',
  pendingAck: 'acknowledge',
  handling: 'submit',
  redo: 'submit',
  returnRequested: 'decideReturn',
  pendingReview: 'review',
  concluded: 'followUp',
  followingUp: 'followUp',
}
