/** Fills an empty hub with the work of sixty days, act by act through the real commands, with a clock that is pushed. */
import type { CommandType } from '../contract/command.ts'
import { DAY_MS, HOUR_MS, msOf, type Instant } from '../contract/instant.ts'
import type { Hub } from '../service/hub.ts'
import { applyCommand } from '../service/run-command.ts'
import { workOff } from '../service/run-timers.ts'
import { takeInStep } from '../service/take-appeal.ts'
import { makeAgenda, type Agenda } from './agenda.ts'
import { chanceOf, type Chance } from './chance.ts'
import { composeAppealsFrom, type ComposeAppeal } from './compose-appeal.ts'
import { composeCommand, type Office } from './compose-command.ts'
import { drawCourse, nextAct, redAtMs, type Course } from './course.ts'
import { loadDemoTexts } from './demo-texts.ts'
import { drawUnits, findUnitsIn, type UnitFinder } from './find-units.ts'
import { haltedKinds, type HaltedKind } from './halted-cases.ts'
import { isWithUnit, momentOf } from './pace.ts'
import { pastHubOf, type PastHub } from './past-hub.ts'
import { placesOf } from './places.ts'
import { intakeProgram, simulatedOfficers } from './principals.ts'
import { arrivalTimes, MINUTE_MS } from './rhythm.ts'

export interface HistoryOptions {
  readonly days: number
  readonly cases: number
  /** The moment it ends: from then on the hub's own time goes on. */
  readonly until: Instant
  readonly seed: number
}

export interface HistoryCounts {
  readonly cases: number
  readonly commands: number
  /** Commands the domain refused: the simulated office knows its rules, so there are none. */
  readonly refused: number
  readonly timers: number
}

type Doing =
  | { readonly kind: 'arrival'; readonly halt: HaltedKind | undefined }
  | { readonly kind: 'act'; readonly caseId: string; readonly act?: CommandType }

interface Making extends Office {
  readonly past: PastHub
  readonly chance: Chance
  readonly agenda: Agenda<Doing>
  readonly compose: ComposeAppeal
  readonly findUnits: UnitFinder
  readonly courses: Map<string, { readonly course: Course; readonly done: CommandType[] }>
  readonly counts: { cases: number; commands: number; refused: number; timers: number }
}

/**
 * Synchronous and long (about a second for 400 cases): for a start, before the doors open. One step: a start that is broken off leaves
 * an empty hub, never half a history. Throws when the hub has cases already.
 */
export function makeHistory(hub: Hub, options: HistoryOptions): HistoryCounts {
  if (hub.ledger.events.lastSeq() > 0) throw new Error('a history is made in an empty hub only')
  const untilMs = msOf(options.until)
  const making = begin(hub, options, untilMs)
  hub.ledger.inOneStep(() => {
    while ((making.agenda.nextMs() ?? Infinity) <= untilMs) step(making)
    passTimeTo(making, untilMs)
  })
  hub.bell.ring()
  return making.counts
}

function begin(hub: Hub, { days, cases, seed }: HistoryOptions, untilMs: number): Making {
  const chance = chanceOf(seed)
  const texts = loadDemoTexts()
  const fromMs = untilMs - days * DAY_MS
  const past = pastHubOf(hub, chanceOf(seed + 1), fromMs)
  const agenda = makeAgenda<Doing>()
  const halted = haltedKinds.flatMap((kind) =>
    Array.from({ length: Math.max(1, Math.round((kind.of6000 * cases) / 6000)) }, () => kind),
  )
  const ordinary = Math.max(0, cases - halted.length)
  for (const atMs of arrivalTimes(chance, hub.rules.calendar, { fromMs, untilMs, count: ordinary }))
    agenda.add(atMs, { kind: 'arrival', halt: undefined })
  for (const halt of halted) agenda.add(untilMs - chance.between(...halt.ageHours) * HOUR_MS, { kind: 'arrival', halt })
  return {
    hub: past.hub,
    past,
    texts,
    officers: simulatedOfficers(past.hub, texts.people),
    chance,
    agenda,
    compose: composeAppealsFrom(texts, placesOf(hub)),
    findUnits: findUnitsIn(hub.reference),
    courses: new Map(),
    counts: { cases: 0, commands: 0, refused: 0, timers: 0 },
  }
}

function step(making: Making): void {
  const atMs = making.agenda.nextMs()
  const doing = making.agenda.take()
  if (atMs === undefined || doing === undefined) return
  passTimeTo(making, atMs)
  if (doing.kind === 'arrival') takeIn(making, doing.halt)
  else act(making, doing.caseId, doing.act)
}

/** What falls due on the way happens at its own moment. */
function passTimeTo({ hub, past, counts }: Making, toMs: number): void {
  for (;;) {
    const dueMs = hub.ledger.timers.next()
    if (dueMs === undefined || dueMs > toMs) break
    past.pushTo(dueMs)
    counts.timers += workOff(hub)
  }
  past.pushTo(toMs)
}

function takeIn(making: Making, halt: HaltedKind | undefined): void {
  const { hub, chance, courses, counts, officers, findUnits } = making
  const { incoming, urgency, template, place } = making.compose(chance, halt?.urgency)
  const isSpoken = ['hotline12345', 'visit', 'letter'].includes(incoming.appeal.channel)
  const who = isSpoken ? chance.pick(officers.dutyOfficers) : intakeProgram
  officers.keepAccount(who)
  counts.cases += 1
  const taken = takeInStep(hub, who, incoming, `demo:${counts.cases}`, '')
  if (!taken.ok) throw new Error(`a demonstration appeal was refused: ${JSON.stringify(taken.refusal)}`)
  const { id } = taken.value.answer
  const matter = { division: place.village, category: template.category }
  const units = drawUnits(chance, findUnits, matter, template)
  courses.set(id, { course: drawCourse(chance, { urgency, ...units, ...(halt && { halt }) }), done: [] })
  planNext(making, id)
}

function act(making: Making, caseId: string, extra: CommandType | undefined): void {
  const { hub, chance, officers, counts, courses } = making
  const stored = hub.ledger.cases.byId(caseId)
  const life = courses.get(caseId)
  if (stored === undefined || life === undefined) return
  const type = extra ?? nextAct(stored.file, life.course, life.done)
  if (type === undefined || !isCalledFor(type, stored.file)) return
  const given = composeCommand(making, chance, type, stored.file, life.course)
  if (given === undefined) return
  officers.keepAccount(given.who)
  const answer = applyCommand(hub, given.who, stored, given.command)
  life.done.push(type)
  if (answer.ok) counts.commands += 1
  else counts.refused += 1
  if (extra === undefined) planNext(making, caseId)
}

/** What was planned beside the ordinary course may have lost its reason meanwhile. */
function isCalledFor(type: CommandType, file: Parameters<typeof nextAct>[0]): boolean {
  if (type === 'acknowledgeAlert') return file.alerts.some(({ state }) => state === 'unacknowledged')
  return type !== 'urge' || isWithUnit(file)
}

function planNext(making: Making, caseId: string): void {
  const { hub, past, chance, agenda, courses } = making
  const stored = hub.ledger.cases.byId(caseId)
  const life = courses.get(caseId)
  if (stored === undefined || life === undefined) return
  const { file } = stored
  const { course, done } = life
  const type = nextAct(file, course, done)
  const nowMs = past.nowMs()
  const atMs =
    type === undefined
      ? Infinity
      : Math.ceil(momentOf(type, file, course, nowMs, { chance, calendar: hub.rules.calendar }))
  if (type !== undefined) agenda.add(atMs, { kind: 'act', caseId })
  const redMs = redAtMs(file, msOf)
  if (redMs === undefined || redMs >= atMs || course.halt?.alertOpen === true) return
  const seenMs = Math.max(redMs, nowMs) + chance.between(2, 14) * MINUTE_MS
  if (seenMs >= atMs) return
  agenda.add(seenMs, { kind: 'act', caseId, act: 'acknowledgeAlert' })
  if (chance.of(0.4)) agenda.add(seenMs + chance.between(3, 90) * MINUTE_MS, { kind: 'act', caseId, act: 'urge' })
}
