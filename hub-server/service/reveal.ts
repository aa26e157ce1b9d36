/** Clear personal data of one case: by right, with a reason, written to the audit trail before it is given. */
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import { readsPersons, type Principal } from '../domain/access.ts'
import type { Hub } from './hub.ts'
import { loadSeen } from './run-command.ts'

export type Revealed = Readonly<Record<string, string | null>>

/** Fields of a case that hold clear data: `citizen.name`, `citizen.phone`, `title`, `text`, `place`, and `events.VERSION.FIELD`. */
export function revealableFields(hub: Hub, caseId: string): string[] {
  const person = hub.ledger.people.byCase(caseId)
  if (person === undefined) return []
  const fields = ['title', 'text']
  if (person.name !== null) fields.unshift('citizen.name')
  if (person.phone !== null) fields.unshift('citizen.phone')
  if (person.place_text !== null) fields.push('place')
  return [
    ...fields,
    ...hub.ledger.people.clearFields(caseId).map(({ version, field }) => `events.${String(version)}.${field}`),
  ]
}

export async function reveal(
  hub: Hub,
  who: Principal,
  idOrCode: string,
  question: { readonly fields: readonly string[]; readonly reason: string },
): Promise<Answer<{ fields: Revealed }>> {
  return hub.commits.submit(() => {
    const stored = loadSeen(hub, who, idOrCode)
    if (stored === undefined) return refused('case.notFound')
    if (!readsPersons(who)) return refused('auth.roleMissing')
    const caseId = stored.file.id
    const bad = unknownFields(question.fields)
    if (bad.length > 0) return refused('input.invalid', undefined, bad)
    const fields = Object.fromEntries(question.fields.map((field) => [field, clearField(hub, caseId, field)]))
    hub.ledger.audit.append({
      at: hub.now(),
      actor: who.actor,
      action: 'case.reveal',
      object: caseId,
      detail: { fields: question.fields, reason: question.reason },
    })
    return granted({ fields })
  })
}

const eventField = /^events\.(\d{1,9})\.([A-Za-z]{1,40})$/

function unknownFields(fields: readonly string[]): BadField[] {
  const known = new Set(['citizen.name', 'citizen.phone', 'title', 'text', 'place'])
  return fields.flatMap((field, index) =>
    known.has(field) || eventField.test(field)
      ? []
      : [{ path: `fields.${String(index)}`, reason: 'reveal.unknownField', facts: { field } }],
  )
}

function clearField(hub: Hub, caseId: string, field: string): string | null {
  const person = hub.ledger.people.byCase(caseId)
  if (person === undefined) return null
  const [, version = '', name = ''] = eventField.exec(field) ?? []
  if (version !== '') return hub.ledger.people.clearWords(caseId, Number(version), name) ?? null
  switch (field) {
    case 'citizen.name':
      return person.name
    case 'citizen.phone':
      return person.phone
    case 'title':
      return person.title
    case 'text':
      return person.text
    default:
      return person.place_text
  }
}
