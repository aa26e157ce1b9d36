/** The resident's own view of his matter, by its unguessable code, and what he adds and says of the result. */
import type { TrackView } from '../contract/case-view.ts'
import type { Command } from '../contract/command.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import { runningClocks } from '../domain/case-clock.ts'
import { assignmentOf, stateOf, type CaseFile } from '../domain/case-file.ts'
import { hindrance } from '../domain/decide.ts'
import { isOpen } from '../domain/queues.ts'
import type { StoredEvent } from '../store/events.ts'
import type { StoredCase } from '../store/cases.ts'
import type { Hub } from './hub.ts'
import { unitName } from './project.ts'
import { runCommand, type CommandResult } from './run-command.ts'

export function readTrack(hub: Hub, code: string): Answer<TrackView> {
  const stored = tracked(hub, code)
  if (stored === undefined) return refused('thing.notFound')
  const { file } = stored
  const lead = assignmentOf(file)?.leadUnit
  return granted({
    title: file.facts.title,
    state: stateOf(file),
    kind: file.facts.kind,
    registeredAt: file.registeredAt,
    unit: lead === undefined ? null : (hub.reference.units.get(lead)?.name ?? null),
    promisedAt: promiseOf(file),
    steps: stepsOf(hub, file, hub.ledger.events.course(file.id)),
    reply: isAnswered(file) ? (file.reply ?? null) : null,
    mayRate: hindrance(file, 'rate', { now: hub.now(), who: residentOf(file.id), rules: hub.rules }) === undefined,
    rating:
      file.verdict?.by === 'resident' ? { solved: file.verdict.solved, satisfaction: file.verdict.satisfaction } : null,
    now: hub.now(),
  })
}

export async function rateByTrack(
  hub: Hub,
  code: string,
  rating: Extract<Command, { type: 'rate' }>['payload'],
  key: string,
): Promise<Answer<CommandResult>> {
  return actAsResident(hub, code, { type: 'rate', payload: rating }, key)
}

export async function noteByTrack(
  hub: Hub,
  code: string,
  note: { readonly text: string },
  key: string,
): Promise<Answer<CommandResult>> {
  return actAsResident(hub, code, { type: 'note', payload: note }, key)
}

async function actAsResident(hub: Hub, code: string, command: Command, key: string): Promise<Answer<CommandResult>> {
  const stored = tracked(hub, code)
  if (stored === undefined) return refused('thing.notFound')
  const caseId = stored.file.id
  return runCommand(hub, residentOf(caseId), { id: key, caseId, type: command.type, payload: { ...command.payload } })
}

/** Codes are read aloud and typed: blanks, hyphens, small letters and the signs O, I, L are understood. */
function tracked(hub: Hub, code: string): StoredCase | undefined {
  const signs = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
  const caseId = signs.length === 12 ? hub.ledger.people.caseOfTracking(signs) : undefined
  return caseId === undefined ? undefined : hub.ledger.cases.byId(caseId)
}

/** Whoever holds the code acts as the resident of this one case. */
export function residentOf(caseId: string): Principal {
  return { actor: { kind: 'resident', id: `resident:${caseId}` }, roles: [], division: null, unit: null }
}

function promiseOf(file: CaseFile): string | null {
  if (!isOpen(file) || isAnswered(file)) return null
  const running = runningClocks(file.clocks)
  return (
    (running.find((clock) => clock.kind === 'handle') ?? running.find((clock) => clock.kind === 'total'))?.dueAt ?? null
  )
}

/** The unit's words go to the resident once the centre has checked them. */
function isAnswered(file: CaseFile): boolean {
  return ['concluded', 'followingUp', 'closed', 'archived'].includes(stateOf(file))
}

function stepsOf(hub: Hub, file: CaseFile, course: readonly StoredEvent[]): TrackView['steps'] {
  const last = (type: StoredEvent['type']) => course.findLast((event) => event.type === type)
  const dispatched = last('order.dispatched')
  const declined = last('order.declined')
  const step = (
    name: TrackView['steps'][number]['step'],
    event: StoredEvent | undefined,
    text: string | null = null,
    dueAt: string | null = null,
  ) => ({
    step: name,
    at: event?.at ?? null,
    dueAt: event === undefined ? dueAt : null,
    done: event !== undefined,
    text,
  })
  const registered = step('registered', course[0])
  if (declined?.type === 'order.declined')
    return [
      registered,
      step('declined', declined, [declined.data.explanation, declined.data.rightWay].filter(Boolean).join(' ')),
    ]
  const due = (kind: string) => runningClocks(file.clocks).find((clock) => clock.kind === kind)?.dueAt ?? null
  const unit = dispatched?.type === 'order.dispatched' ? unitName(dispatched.data.leadUnit, hub.reference).name : null
  const inTurn = (type: StoredEvent['type']) =>
    course.findLast((event) => event.type === type && event.version > (dispatched?.version ?? 0))
  const reached = course.findLast((event) => event.type === 'order.contacted' && event.data.reached)
  const concluded = isAnswered(file) ? (last('order.concluded') ?? last('order.closed')) : undefined
  return [
    registered,
    step('dispatched', dispatched, unit, due('triage')),
    step('acknowledged', inTurn('order.acknowledged'), null, due('acknowledge')),
    step('contacted', reached, null, due('contact')),
    ...(file.redoCount > 0 ? [step('redo', last('order.redo'))] : []),
    step('replied', concluded, null, promiseOf(file)),
    step('rated', last('order.rated')),
    ...(stateOf(file) === 'closed' ? [step('closed', last('order.closed'))] : []),
  ]
}
