/** What a draft still lacks, and what it comes to: the appeal and the order after it. */
import { citizenSchema, type Appeal } from '../../../hub-server/contract/appeal.ts'
import type { PayloadOf } from '../../../hub-server/contract/command.ts'
import type { AppealKind, Urgency } from '../../../hub-server/contract/vocabulary.ts'
import type { RegisterDraft, RegisterField } from './draft.ts'

export interface BadDraftField {
  readonly field: RegisterField
  readonly reason: 'required' | 'tooLong' | 'phone' | 'leadsAlready'
  readonly max?: number
}

/** As on the screen, from the caller down: the first bad field of this order gets the focus. */
export const fieldOrder: readonly RegisterField[] = [
  'channel',
  'phone',
  'name',
  'text',
  'title',
  'place',
  'kind',
  'urgency',
  'category',
  'leadUnit',
  'assistUnits',
  'instruction',
]

// The limits of the contract (`appealSchema`, `payloadSchemas.dispatch`), so that one hears of them while writing.
const limits = { name: 60, title: 200, text: 20_000, instruction: 2000 } as const

/** Bad fields in the order of the screen; with `dispatching` also what the order to a unit needs. */
export function checkDraft(draft: RegisterDraft, dispatching: boolean): readonly BadDraftField[] {
  const bad: BadDraftField[] = []
  const mustHave = (field: RegisterField, value: unknown) => {
    if (value === null || value === '') bad.push({ field, reason: 'required' })
  }
  if (!isPhone(draft.phone)) bad.push({ field: 'phone', reason: 'phone' })
  for (const field of ['name', 'text', 'title', 'instruction'] as const)
    if (draft[field].trim().length > limits[field]) bad.push({ field, reason: 'tooLong', max: limits[field] })
  mustHave('text', draft.text.trim())
  mustHave('title', draft.title.trim())
  mustHave('place', draft.place)
  mustHave('kind', draft.kind)
  if (dispatching) mustHave('leadUnit', draft.leadUnit)
  if (draft.leadUnit !== null && draft.assistUnits.includes(draft.leadUnit))
    bad.push({ field: 'assistUnits', reason: 'leadsAlready' })
  return bad.sort((a, b) => fieldOrder.indexOf(a.field) - fieldOrder.indexOf(b.field))
}

/** Empty, or as the contract wants a phone. */
export function isPhone(phone: string): boolean {
  return phone.trim() === '' || citizenSchema.shape.phone.safeParse(phone).success
}

/** The body of `POST /appeals` of a draft that passed the check. */
export function appealOf(draft: RegisterDraft & { kind: AppealKind; place: string }): Appeal {
  const name = draft.name.trim()
  const phone = draft.phone.trim()
  return {
    channel: draft.channel,
    kind: draft.kind,
    title: draft.title.trim(),
    text: draft.text.trim(),
    citizen: { ...(name !== '' && { name }), ...(phone !== '' && { phone }) },
    divisionCode: draft.place,
    ...(draft.occurredAt !== null && { occurredAt: draft.occurredAt }),
    ...(draft.category !== null && { category: draft.category }),
  }
}

/** The order to the lead unit; `null` while none is chosen. */
export function dispatchOf(draft: RegisterDraft, usual: Urgency): PayloadOf<'dispatch'> | null {
  const { leadUnit, assistUnits, urgency } = draft
  const instruction = draft.instruction.trim()
  if (leadUnit === null) return null
  return {
    leadUnit,
    ...(assistUnits.length > 0 && { assistUnits: [...assistUnits] }),
    urgency: urgency ?? usual,
    ...(instruction !== '' && { instruction }),
  }
}

const pathFields: Partial<Record<string, RegisterField>> = {
  channel: 'channel',
  kind: 'kind',
  title: 'title',
  text: 'text',
  category: 'category',
  divisionCode: 'place',
  occurredAt: 'occurredAt',
  'citizen.phone': 'phone',
  'citizen.name': 'name',
}

/** The field of the screen that a path of a refusal means. */
export function fieldOfPath(path: string): RegisterField | undefined {
  return pathFields[path]
}
