/** One case for one person: facts with the person masked, clocks with their proofs, what he may do, and why not the rest. */
import type { CaseView, ClockView, TimelineItem } from '../contract/case-view.ts'
import type { Clock } from '../contract/clock.ts'
import type { CommandType } from '../contract/command.ts'
import { granted, refused, type Answer, type Refusal } from '../contract/refusal.ts'
import { readsPersons, type Principal } from '../domain/access.ts'
import { assignmentOf, stateOf, type CaseFile } from '../domain/case-file.ts'
import { maskName, maskPhone } from '../domain/masking.ts'
import { offersOf } from '../domain/offers.ts'
import type { StoredEvent } from '../store/events.ts'
import type { Hub } from './hub.ts'
import { unitName } from './project.ts'
import { revealableFields } from './reveal.ts'
import { loadSeen } from './run-command.ts'

/** A case as seen; the gateway puts the refusals into the reader's language. */
export type CaseFacts = Omit<CaseView, 'refusedCommands'> & {
  readonly refusedCommands: readonly { readonly type: CommandType; readonly refusal: Refusal }[]
}

export function readCase(hub: Hub, who: Principal, idOrCode: string): Answer<CaseFacts> {
  const stored = loadSeen(hub, who, idOrCode)
  if (stored === undefined) return refused('case.notFound')
  const { file } = stored
  hub.attention.add(file.id)
  const offers = offersOf(file, { now: hub.now(), who, rules: hub.rules })
  const person = hub.ledger.people.byCase(file.id)
  return granted({
    ...factsOf(hub, file),
    citizen: {
      name: person?.name == null ? null : maskName(person.name),
      phone: person?.phone == null ? null : maskPhone(person.phone),
    },
    clocks: clockViews(file, hub.ledger.events.course(file.id)),
    allowedCommands: [...offers.allowed],
    refusedCommands: offers.refused,
    revealable: readsPersons(who) ? revealableFields(hub, file.id) : [],
  })
}

function factsOf(
  hub: Hub,
  file: CaseFile,
): Omit<CaseFacts, 'citizen' | 'clocks' | 'allowedCommands' | 'refusedCommands' | 'revealable'> {
  const { facts } = file
  const { reference, centre } = hub
  const assignment = assignmentOf(file)
  const holder = reference.divisions.get(facts.holder)
  return {
    id: file.id,
    caseCode: facts.caseCode,
    version: file.version,
    state: stateOf(file),
    holder: { code: facts.holder, name: holder?.name ?? facts.holder },
    kind: facts.kind,
    channel: facts.channel,
    urgency: assignment?.urgency ?? null,
    title: facts.title,
    text: facts.text,
    divisionCode: facts.divisionCode,
    place: reference.placeOf(facts.divisionCode, centre.code),
    gridCode: facts.gridCode ?? null,
    location: facts.location ?? null,
    placeUnresolved: facts.placeUnresolved ?? null,
    category: facts.category ?? null,
    registeredAt: file.registeredAt,
    occurredAt: facts.occurredAt ?? null,
    historic: facts.historic ?? false,
    duplicateOf: facts.duplicateOf ?? null,
    leadUnit: assignment === undefined ? null : unitName(assignment.leadUnit, reference),
    assistUnits: assignment?.assistUnits.map((unit) => unitName(unit, reference)) ?? [],
    instruction: assignment?.instruction ?? null,
    reply: file.reply ?? null,
    redoCount: file.redoCount,
    returnCount: file.returnCount,
    followUpTries: file.followUpTries,
    rating: file.verdict ?? null,
    alerts: file.alerts.map(({ colour, axis, state, since }) => ({ colour, axis, state, since })),
  }
}

/** Clocks with the proofs that lie in the events which started them. */
function clockViews(file: CaseFile, course: readonly StoredEvent[]): ClockView[] {
  const started = course.flatMap((event) => ('clocks' in event.data ? (event.data.clocks as readonly Clock[]) : []))
  return file.clocks.map(({ expired: _expired, stoppedAt, ...clock }) => ({
    ...clock,
    stoppedAt: stoppedAt ?? null,
    proof:
      started.findLast(
        (each) => each.kind === clock.kind && each.startedAt === clock.startedAt && each.dueAt === clock.dueAt,
      )?.proof ?? [],
  }))
}

export interface Timeline {
  readonly items: TimelineItem[]
  readonly nextCursor: string | null
}

/** A case's events, oldest first, without personal data. The cursor is a version. */
export function readTimeline(
  hub: Hub,
  who: Principal,
  idOrCode: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Answer<Timeline> {
  const stored = loadSeen(hub, who, idOrCode)
  if (stored === undefined) return refused('case.notFound')
  const after = Number(page.cursor ?? 0)
  if (!Number.isInteger(after) || after < 0)
    return refused('input.invalid', undefined, [{ path: 'cursor', reason: 'cursor.unknown' }])
  const events = hub.ledger.events.course(stored.file.id, after, page.limit + 1)
  const items = events.slice(0, page.limit)
  return granted({
    items: items.map((event) => ({
      seq: event.seq,
      at: event.at,
      type: event.type,
      actor: { ...event.actor, label: labelOf(hub, event) },
      data: event.data,
    })),
    nextCursor: events.length > page.limit ? String(items.at(-1)?.version ?? 0) : null,
  })
}

/** Who it was, as shown: the unit or centre, and an officer's surname. */
function labelOf(hub: Hub, { actor }: StoredEvent): string {
  if (actor.kind !== 'person') return ''
  const account = hub.ledger.accounts.byId(actor.id)
  const office =
    actor.unit === undefined
      ? hub.reference.divisions.get(actor.centre ?? '')?.shortName
      : hub.reference.units.get(actor.unit)?.shortName
  return [office ?? '', account === undefined ? '' : maskName(account.name)].filter((part) => part !== '').join(' ')
}
