/** Taking an appeal in: place, masking, codes, likely duplicate, registration — one step, answered after its commit. */
import type { AppealAnswer } from '../contract/appeal.ts'
import type { Incoming } from '../contract/incoming.ts'
import { dayOf, instantOf, msOf, type Instant } from '../contract/instant.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import { caseCodeOf } from '../domain/case-code.ts'
import { stateOf, type CaseFile } from '../domain/case-file.ts'
import type { Principal } from '../domain/access.ts'
import { maskText } from '../domain/masking.ts'
import { registerAppeal, type AppealFacts } from '../domain/register-appeal.ts'
import { startClock } from '../domain/start-clock.ts'
import type { CaseEvent } from '../contract/event.ts'
import type { Hub } from './hub.ts'
import { likelySame } from './likely-same.ts'
import { placeAppeal, type Place } from './place-appeal.ts'
import { record } from './record.ts'
import { hashOf } from './run-command.ts'

export interface TakenAppeal {
  readonly answer: AppealAnswer
  /** It had been taken in before: by the same key, or by the same id of its source. */
  readonly repeated: boolean
}

/** `key` is the idempotency key: the same key and body give the same answer, another body is refused. */
export async function takeAppeal(
  hub: Hub,
  who: Principal,
  incoming: Incoming,
  key: string,
): Promise<Answer<TakenAppeal>> {
  const bad = badFields(hub, who, incoming)
  if (bad.length > 0) return refused('input.invalid', undefined, bad)
  const answerKey = `${who.actor.id}:appeal:${key}`
  const bodyHash = hashOf(incoming)
  return hub.commits.submit(() => takeInStep(hub, who, incoming, answerKey, bodyHash))
}

/** As `takeAppeal`, for callers that are inside a step already. */
export function takeInStep(
  hub: Hub,
  who: Principal,
  incoming: Incoming,
  key: string,
  bodyHash: string,
): Answer<TakenAppeal> {
  const { ledger } = hub
  const kept = ledger.answers.recall(key)
  if (kept !== undefined) {
    return kept.body_hash === bodyHash
      ? granted({ answer: JSON.parse(kept.answer) as AppealAnswer, repeated: true })
      : refused('idempotency.mismatch')
  }
  const known = knownExternal(hub, incoming)
  if (known !== undefined) return granted({ answer: known, repeated: true })
  const answer = register(hub, who, incoming)
  ledger.answers.keep(key, bodyHash, JSON.stringify(answer), msOf(hub.now()))
  return granted({ answer, repeated: false })
}

function register(hub: Hub, who: Principal, incoming: Incoming): AppealAnswer {
  const now = hub.now()
  const at = incoming.history?.registeredAt ?? now
  const id = hub.newId()
  const place = placeAppeal(hub, incoming)
  const phoneKey = phoneKeyOf(hub, incoming)
  const facts = factsOf(hub, incoming, { place, phoneKey, at, now })
  const trackingCode = makeTrackingCode(hub)
  keepPerson(hub, id, { trackingCode, phoneKey }, incoming, place)
  const { file } = record(hub, id, undefined, [registerAppeal(facts, at, hub.rules)], { actor: who.actor, at })
  const after = facts.historic ? closeHistory(hub, file, incoming, who) : file
  const { caseCode, divisionCode, duplicateOf } = facts
  hub.ledger.audit.append({ at: now, actor: who.actor, action: 'appeal.register', object: id, detail: { caseCode } })
  return {
    id,
    caseCode,
    trackingCode,
    divisionCode,
    state: stateOf(after),
    ...(duplicateOf !== undefined && { duplicateOf }),
  }
}

interface Arrival {
  readonly place: Place
  readonly phoneKey: string | null
  readonly at: Instant
  readonly now: Instant
}

function factsOf(hub: Hub, incoming: Incoming, { place, phoneKey, at, now }: Arrival): AppealFacts {
  const { appeal } = incoming
  const { kind, channel, citizen, location, category, occurredAt, externalId, attachments } = appeal
  const hide = (words: string) => maskText(words, citizen)
  const title = hide(appeal.title)
  const day = dayOf(at)
  const historic = isOld(hub, incoming, now)
  const same = historic ? undefined : likelySame(hub, { phoneKey, title, divisionCode: place.divisionCode })
  return {
    caseCode: caseCodeOf(hub.centre, day, hub.ledger.caseNumbers.next(day)),
    kind,
    channel,
    title,
    text: hide(appeal.text),
    divisionCode: place.divisionCode,
    ...(place.gridCode !== undefined && { gridCode: place.gridCode }),
    ...(place.unresolved !== undefined && { placeUnresolved: hide(place.unresolved) }),
    ...(location !== undefined && { location }),
    ...(category !== undefined && { category }),
    ...(occurredAt !== undefined && { occurredAt }),
    ...(externalId !== undefined && { externalId }),
    ...(attachments !== undefined && { attachments }),
    ...(same !== undefined && { duplicateOf: same }),
    reachable: citizen.phone !== undefined,
    ...(historic && { historic }),
  }
}

/** What only `reveal` may read: the person, and his words as he wrote them. */
function keepPerson(
  hub: Hub,
  id: string,
  { trackingCode, phoneKey }: { readonly trackingCode: string; readonly phoneKey: string | null },
  incoming: Incoming,
  place: Place,
): void {
  const { citizen, title, text } = incoming.appeal
  hub.ledger.people.insert({
    case_id: id,
    tracking_code: trackingCode,
    name: citizen.name ?? null,
    phone: citizen.phone ?? null,
    phone_key: phoneKey,
    title,
    text,
    place_text: place.unresolved ?? null,
  })
}

function phoneKeyOf(hub: Hub, { appeal }: Incoming): string | null {
  return appeal.citizen.phone === undefined ? null : hub.phoneKey(appeal.citizen.phone)
}

/** A row of a file with the unit's reply is closed history. */
function closeHistory(hub: Hub, file: CaseFile, { history }: Incoming, who: Principal): CaseFile {
  const reply = history?.reply
  const stored = hub.ledger.cases.byId(file.id)
  if (reply === undefined || stored === undefined) return file
  const closed: CaseEvent = { type: 'order.closed', data: { by: 'import', reply: maskText(reply.text) } }
  return record(hub, file.id, stored, [closed], { actor: who.actor, at: reply.at }).file
}

/** A file's row is old when it was answered, or when the whole time it would have had is past. */
function isOld(hub: Hub, { appeal, history }: Incoming, now: Instant): boolean {
  if (history === undefined) return false
  if (history.reply !== undefined) return true
  const { profile, calendar } = hub.rules
  const urgency = profile.defaultUrgency.value
  const total = startClock({
    kind: 'total',
    urgency,
    appealKind: appeal.kind,
    startAt: history.registeredAt,
    profile,
    calendar,
  })
  return now > total.dueAt
}

/** An officer registers for his own area; a program or file for the whole centre. */
function badFields(hub: Hub, who: Principal, { appeal, history }: Incoming): BadField[] {
  const bad: BadField[] = []
  const { reference, centre } = hub
  const area = (who.actor.kind === 'person' ? who.division : null) ?? centre.code
  const { divisionCode, gridCode, category, occurredAt } = appeal
  if (gridCode !== undefined && !reference.grids.has(gridCode))
    bad.push({ path: 'gridCode', reason: 'grid.unknown', facts: { code: gridCode } })
  else if (gridCode !== undefined && !reference.ancestorsOf(gridCode.slice(0, 12)).includes(area))
    bad.push({ path: 'gridCode', reason: 'grid.elsewhere', facts: { code: gridCode } })
  if (divisionCode === undefined && gridCode === undefined && area !== centre.code)
    bad.push({ path: 'divisionCode', reason: 'input.required' })
  if (divisionCode !== undefined) {
    const line = reference.ancestorsOf(divisionCode)
    if (line.length === 0) bad.push({ path: 'divisionCode', reason: 'division.unknown', facts: { code: divisionCode } })
    else if (!line.includes(area))
      bad.push({ path: 'divisionCode', reason: 'division.outside', facts: { code: divisionCode } })
    else if (gridCode !== undefined && !reference.ancestorsOf(gridCode.slice(0, 12)).includes(divisionCode)) {
      bad.push({ path: 'gridCode', reason: 'grid.elsewhere', facts: { code: gridCode } })
    }
  }
  if (category !== undefined && !reference.categoryPaths.has(category))
    bad.push({ path: 'category', reason: 'category.unknown', facts: { category } })
  const now = hub.now()
  if (occurredAt !== undefined && occurredAt > instantOf(msOf(now) + 60_000))
    bad.push({ path: 'occurredAt', reason: 'time.future' })
  if (history !== undefined && history.registeredAt > now) bad.push({ path: 'occurredAt', reason: 'time.future' })
  return bad
}

function knownExternal(hub: Hub, { appeal }: Incoming): AppealAnswer | undefined {
  if (appeal.externalId === undefined) return undefined
  const id = hub.ledger.cases.idOfExternal(`${appeal.channel}:${appeal.externalId}`)
  const stored = id === undefined ? undefined : hub.ledger.cases.byId(id)
  if (stored === undefined) return undefined
  const { file } = stored
  return {
    id: file.id,
    caseCode: file.facts.caseCode,
    trackingCode: hub.ledger.people.byCase(file.id)?.tracking_code ?? '',
    divisionCode: file.facts.divisionCode,
    state: stateOf(file),
  }
}

/** 60 bits in twelve signs that cannot be mistaken for each other (Crockford's alphabet). */
function makeTrackingCode(hub: Hub): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
  return Array.from(hub.randomBytes(12), (byte) => alphabet[byte % 32] ?? '').join('')
}
