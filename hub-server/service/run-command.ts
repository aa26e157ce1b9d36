/** One order to a case, from its parsed envelope to the answer: recall, load, decide, record — one synchronous step, answered after its commit. */
import { createHash } from 'node:crypto'
import { badFieldsOf } from '../contract/bad-fields.ts'
import { payloadSchemas, type Command, type CommandEnvelope } from '../contract/command.ts'
import type { EventType } from '../contract/event.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import { roleFor, sees, type Principal } from '../domain/access.ts'
import { decide } from '../domain/decide.ts'
import type { StoredCase } from '../store/cases.ts'
import { cursorOf } from './cursor.ts'
import type { Hub } from './hub.ts'
import { keepClearWords, maskWords } from './mask-words.ts'
import { record } from './record.ts'

export interface CommandResult {
  readonly caseId: string
  readonly version: number
  readonly events: readonly { readonly seq: number; readonly type: EventType }[]
  readonly cursor: string
}

/** The same id by the same person twice does it once and answers alike; with another body it is refused. */
export async function runCommand(hub: Hub, who: Principal, envelope: CommandEnvelope): Promise<Answer<CommandResult>> {
  const command = parseCommand(envelope)
  if (!command.ok) return command
  const key = `${who.actor.id}:${envelope.id}`
  const bodyHash = hashOf([envelope.caseId, envelope.type, envelope.payload, envelope.expectedVersion ?? null])
  return hub.commits.submit(() => runInStep(hub, who, command.value, envelope, key, bodyHash))
}

/** Gives a typed command, or each bad field as `payload.…`. */
function parseCommand(envelope: Pick<CommandEnvelope, 'type' | 'payload'>): Answer<Command> {
  const parsed = payloadSchemas[envelope.type].safeParse(envelope.payload, { reportInput: true })
  // The table pairs each type with its payload's schema; the compiler cannot follow the pairing through a union.
  if (parsed.success) return granted({ type: envelope.type, payload: parsed.data } as Command)
  return refused('input.invalid', undefined, badFieldsOf(parsed.error.issues, 'payload'))
}

function runInStep(
  hub: Hub,
  who: Principal,
  command: Command,
  envelope: CommandEnvelope,
  key: string,
  bodyHash: string,
): Answer<CommandResult> {
  const { ledger } = hub
  const kept = ledger.answers.recall(key)
  if (kept !== undefined) {
    return kept.body_hash === bodyHash
      ? granted(JSON.parse(kept.answer) as CommandResult)
      : refused('idempotency.mismatch', { key: envelope.id })
  }
  const stored = loadSeen(hub, who, envelope.caseId)
  if (stored === undefined) return refused('case.notFound')
  const { file } = stored
  if (envelope.expectedVersion !== undefined && envelope.expectedVersion !== file.version) {
    return refused('case.staleVersion', { version: file.version, expected: envelope.expectedVersion })
  }
  const result = applyCommand(hub, who, stored, command)
  if (result.ok) ledger.answers.keep(key, bodyHash, JSON.stringify(result.value), Date.parse(hub.now()))
  return result
}

/** Decides and records a command on a case that is already loaded. Must run inside a step. */
export function applyCommand(hub: Hub, who: Principal, stored: StoredCase, command: Command): Answer<CommandResult> {
  const at = hub.now()
  const person = hub.ledger.people.byCase(stored.file.id)
  const { masked, clear } = maskWords(command, person)
  const decision = decide(stored.file, masked, { now: at, who, rules: hub.rules })
  if (!decision.ok) return decision
  const role = roleFor(who, command.type)
  const actor = role === undefined ? who.actor : { ...who.actor, role }
  const recorded = record(hub, stored.file.id, stored, decision.value, { actor, at })
  keepClearWords(hub, stored.file.id, recorded.events[0]?.version ?? 0, clear)
  const { version } = recorded.file
  hub.ledger.audit.append({ at, actor, action: `command.${command.type}`, object: stored.file.id, detail: { version } })
  return granted({
    caseId: stored.file.id,
    version,
    events: recorded.events.map(({ seq, type }) => ({ seq, type })),
    cursor: cursorOf(hub, recorded.events.at(-1)?.seq ?? 0),
  })
}

/** A case by id or code if this person sees it; a hidden one looks like a missing one. */
export function loadSeen(hub: Hub, who: Principal, idOrCode: string): StoredCase | undefined {
  const stored = hub.ledger.cases.byId(idOrCode) ?? hub.ledger.cases.byCode(idOrCode)
  if (stored === undefined) return undefined
  return sees(who, stored.file, hub.reference.ancestorsOf(stored.file.facts.divisionCode)) ? stored : undefined
}

/** A digest of a request's body, the same however its keys were ordered. */
export function hashOf(body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(body)))
    .digest('hex')
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
