/**
 * The office of the demonstration while the hub runs: appeals keep coming, and simulated officers and handlers go on with every open
 * case, at a pace one can watch. Cases that a person has opened or acted on are left to him.
 */
import type { CommandType } from '../contract/command.ts'
import { msOf } from '../contract/instant.ts'
import { isOpen } from '../domain/queues.ts'
import { stateOf, type CaseFile } from '../domain/case-file.ts'
import type { Hub } from '../service/hub.ts'
import { stateQueues } from '../service/read-numbers.ts'
import { runCommand } from '../service/run-command.ts'
import { takeAppeal } from '../service/take-appeal.ts'
import { makeAgenda } from './agenda.ts'
import { chanceOf, type Chance } from './chance.ts'
import { composeAppealsFrom } from './compose-appeal.ts'
import { composeCommand, type Office } from './compose-command.ts'
import { drawCourse, nextAct, type Course } from './course.ts'
import { loadDemoTexts } from './demo-texts.ts'
import { drawUnits, findUnitsIn } from './find-units.ts'
import { livePauseMs, momentOf } from './pace.ts'
import { placesOf } from './places.ts'
import { intakeProgram, simulatedOfficers } from './principals.ts'
import { MINUTE_MS } from './rhythm.ts'

export interface LiveOfficeOptions {
  readonly seed: number
  /** A new appeal about so often; 0: none of its own, it works on what comes in otherwise. */
  readonly everySeconds: number
  /** Says of a case that a person is busy with it, beside those the hub knows of. */
  readonly isPersonAtWork?: (caseId: string) => boolean
  /** Is told of every fault; none of them stops the office. */
  readonly onError: (error: unknown) => void
}

export interface LiveOffice {
  /** Does what is due at the hub's now, a few acts at most. */
  readonly beat: () => Promise<void>
  /** Cases it means to go on with. */
  readonly planned: () => number
}

const beatMs = 500
const actsPerBeat = 2
/** Some matters take their days, as in the history, so that there is always something open. */
const slowShare = 0.07
const slowShareOfBacklog = 0.55
/** What was open at the start is gone on with over this time at least, so that a start after days makes no storm. */
const backlogMinutes = 90
const backlogSecondsPerCase = 6
const mostBacklog = 5000
const changesPerLook = 500
const mostRefusals = 3
const redAcknowledgedShare = 0.7

interface Life {
  readonly course: Course
  readonly slow: boolean
  readonly done: CommandType[]
  refusals: number
  /** State and count of its last plan: alerts that rise meanwhile change neither. */
  plannedFor: string
  /** The alert that is about to be acknowledged. */
  alertSince: string
}

interface Working extends Office {
  readonly options: LiveOfficeOptions
  readonly chance: Chance
  readonly lives: Map<string, Life>
  readonly agenda: ReturnType<typeof makeAgenda<Doing>>
  readonly findUnits: ReturnType<typeof findUnitsIn>
  readonly compose: ReturnType<typeof composeAppealsFrom>
  /** How far the changes have been read. */
  seq: number
  nextAppealMs: number
}

interface Doing {
  readonly caseId: string
  readonly act?: CommandType
  readonly plannedFor?: string
}

/** Beats twice a second on the clock of the machine; gives the function that stops it. */
export function startLiveOffice(hub: Hub, options: LiveOfficeOptions): () => Promise<void> {
  const office = makeLiveOffice(hub, options)
  let running: Promise<void> | undefined
  const timer = setInterval(() => {
    running ??= office.beat().finally(() => {
      running = undefined
    })
  }, beatMs)
  return async () => {
    clearInterval(timer)
    await running
  }
}

export function makeLiveOffice(hub: Hub, options: LiveOfficeOptions): LiveOffice {
  const chance = chanceOf(options.seed)
  const texts = loadDemoTexts()
  const working: Working = {
    hub,
    options,
    texts,
    officers: simulatedOfficers(hub, texts.people),
    chance,
    lives: new Map(),
    agenda: makeAgenda<Doing>(),
    findUnits: findUnitsIn(hub.reference),
    compose: composeAppealsFrom(texts, placesOf(hub)),
    seq: hub.ledger.events.lastSeq(),
    nextAppealMs: msOf(hub.now()) + pauseToNext(chance, options) / 2,
  }
  planBacklog(working)
  const attempt = async (work: (working: Working) => Promise<void> | void) => {
    try {
      await work(working)
    } catch (error) {
      options.onError(error)
    }
  }
  return {
    beat: async () => {
      await attempt(newAppeal)
      await attempt(lookForChanges)
      for (let acts = 0; acts < actsPerBeat; acts += 1) await attempt(nextDue)
    },
    planned: () => working.agenda.size(),
  }
}

function pauseToNext(chance: Chance, { everySeconds }: LiveOfficeOptions): number {
  return everySeconds === 0 ? Infinity : everySeconds * 1000 * chance.between(0.5, 1.5)
}

/** However long the machine slept, one appeal comes and not all that were missed. */
async function newAppeal(working: Working): Promise<void> {
  const { hub, chance, options, officers, compose } = working
  const nowMs = msOf(hub.now())
  if (nowMs < working.nextAppealMs) return
  working.nextAppealMs = nowMs + pauseToNext(chance, options)
  const { incoming } = compose(chance)
  const isSpoken = ['hotline12345', 'visit', 'letter'].includes(incoming.appeal.channel)
  const who = isSpoken ? chance.pick(officers.dutyOfficers) : intakeProgram
  await hub.commits.submit(() => officers.keepAccount(who))
  const taken = await takeAppeal(hub, who, incoming, hub.newId())
  if (!taken.ok) options.onError(new Error(`a demonstration appeal was refused: ${JSON.stringify(taken.refusal)}`))
}

function planBacklog(working: Working): void {
  const { hub, chance, agenda } = working
  const open = stateQueues.flatMap((queue) =>
    hub.ledger.queue.page(hub.centre.code, queue, undefined, mostBacklog).map(({ id }) => id),
  )
  const spreadMs = Math.max(backlogMinutes * MINUTE_MS, open.length * backlogSecondsPerCase * 1000)
  const nowMs = msOf(hub.now())
  for (const id of open) {
    const file = hub.ledger.cases.byId(id)?.file
    if (file === undefined) continue
    const life = lifeOf(working, file, slowShareOfBacklog)
    const act = nextAct(file, life.course, life.done)
    if (act === undefined) continue
    life.plannedFor = standingOf(file)
    // Squared: more of it in the first minutes, when somebody has just begun to look.
    const soonMs = nowMs + chance.between(0.04, 1) ** 2 * spreadMs
    const atMs = life.slow ? Math.max(soonMs, momentOf(act, file, life.course, nowMs, pacing(working))) : soonMs
    agenda.add(atMs, { caseId: id, plannedFor: life.plannedFor })
  }
}

/** Whatever changed a case, a person, a feed or the office itself: if it is open, what comes next is planned anew. */
function lookForChanges(working: Working): void {
  const { hub } = working
  for (;;) {
    const changes = hub.ledger.cases.changedAfter(working.seq, changesPerLook)
    for (const { id, is_open: open, changed } of changes) {
      working.seq = Math.max(working.seq, changed)
      const file = open === 1 ? hub.ledger.cases.byId(id)?.file : undefined
      if (file === undefined) working.lives.delete(id)
      else if (!isLeftToPeople(working, file)) plan(working, file)
    }
    if (changes.length < changesPerLook) return
  }
}

function plan(working: Working, file: CaseFile): void {
  const { hub, chance, agenda } = working
  const life = lifeOf(working, file, slowShare)
  const nowMs = msOf(hub.now())
  const red = file.alerts.find(({ colour, state }) => colour === 'red' && state === 'unacknowledged')
  if (red !== undefined && red.since !== life.alertSince) {
    life.alertSince = red.since
    if (chance.of(redAcknowledgedShare))
      agenda.add(nowMs + livePauseMs(chance, 'acknowledgeAlert'), { caseId: file.id, act: 'acknowledgeAlert' })
  }
  const standing = standingOf(file)
  if (standing === life.plannedFor) return
  life.plannedFor = standing
  const act = nextAct(file, life.course, life.done)
  if (act === undefined) return
  const atMs = life.slow ? momentOf(act, file, life.course, nowMs, pacing(working)) : nowMs + livePauseMs(chance, act)
  agenda.add(atMs, { caseId: file.id, plannedFor: standing })
}

async function nextDue(working: Working): Promise<void> {
  const { hub, agenda, lives } = working
  const nowMs = msOf(hub.now())
  while ((agenda.nextMs() ?? Infinity) <= nowMs) {
    const doing = agenda.take()
    const stored = doing && hub.ledger.cases.byId(doing.caseId)
    const life = doing && lives.get(doing.caseId)
    if (doing === undefined || stored === undefined || life === undefined) continue
    const { file } = stored
    if (doing.plannedFor !== undefined && doing.plannedFor !== standingOf(file)) continue
    if (!isOpen(file) || isLeftToPeople(working, file)) continue
    await act(working, file, life, doing.act)
    return
  }
}

async function act(working: Working, file: CaseFile, life: Life, extra: CommandType | undefined): Promise<void> {
  const { hub, officers, chance, options } = working
  const type = extra ?? nextAct(file, life.course, life.done)
  if (type === undefined) return
  if (type === 'acknowledgeAlert' && !file.alerts.some(({ state }) => state === 'unacknowledged')) return
  const given = composeCommand(working, chance, type, file, life.course)
  if (given === undefined) return
  const { who, command } = given
  await hub.commits.submit(() => officers.keepAccount(who))
  // A person may have come first: then this version is stale, and nothing happens.
  const answer = await runCommand(hub, who, {
    id: hub.newId(),
    caseId: file.id,
    type,
    payload: { ...command.payload },
    expectedVersion: file.version,
  })
  if (extra !== undefined) return
  life.plannedFor = ''
  if (answer.ok) life.done.push(type)
  if (answer.ok || answer.refusal.code === 'case.staleVersion') return
  life.done.push(type)
  life.refusals += 1
  options.onError(new Error(`${type} on ${file.facts.caseCode} was refused: ${answer.refusal.code}`))
  if (life.refusals < mostRefusals) plan(working, file)
}

function lifeOf(working: Working, file: CaseFile, slow: number): Life {
  const known = working.lives.get(file.id)
  if (known !== undefined) return known
  const chance = chanceOf(`${working.options.seed}:${file.id}`)
  const { divisionCode, category, title } = file.facts
  const template = working.texts.templateOf(title)
  const matter = { division: divisionCode, category }
  const drawn = drawUnits(chance, working.findUnits, matter, template)
  const urgency = template?.urgency ?? 'normal'
  const life: Life = {
    course: drawCourse(chance, { urgency, ...drawn }),
    slow: chance.of(slow),
    done: [],
    refusals: 0,
    plannedFor: '',
    alertSince: '',
  }
  working.lives.set(file.id, life)
  return life
}

/** A person has opened it since the start, is busy with it, or has ever acted on it. */
function isLeftToPeople({ hub, options, officers }: Working, file: CaseFile): boolean {
  if (hub.attention.has(file.id) || options.isPersonAtWork?.(file.id) === true) return true
  return hub.ledger.events
    .course(file.id)
    .some(({ actor }) => actor.kind === 'person' && !officers.isSimulated(actor.id))
}

/** What decides the next act: alerts may rise and notes come without touching it. */
function standingOf(file: CaseFile): string {
  const contacted = file.clocks.filter(({ kind, outcome }) => kind === 'contact' && outcome !== 'running').length
  const { followUpTries, redoCount, returnCount, verdict, assignmentCount } = file
  return [stateOf(file), contacted, followUpTries, redoCount, returnCount, assignmentCount, verdict?.by ?? ''].join(' ')
}

function pacing({ chance, hub }: Working) {
  return { chance, calendar: hub.rules.calendar }
}
