/** The form of each act: which fields, and the payload they make. The hub's own schema is the check. */
import { badFieldsOf } from '../../../hub-server/contract/bad-fields.ts'
import { payloadSchemas } from '../../../hub-server/contract/command.ts'
import type { BadField } from '../../../hub-server/contract/refusal.ts'
import { declineReasons, urgencies } from '../../../hub-server/contract/vocabulary.ts'
import { actOf, type ActId } from './acts.ts'

/** What was typed, by field. Text that was never touched is absent. */
export type Draft = Readonly<Record<string, string | readonly string[] | undefined>>

export const fieldNames = [
  'leadUnit',
  'assistUnits',
  'urgency',
  'instruction',
  'reason',
  'explanation',
  'rightWay',
  'basis',
  'to',
  'reached',
  'note',
  'reply',
  'done',
  'contacted',
  'solved',
  'satisfaction',
  'text',
] as const
export type FieldName = (typeof fieldNames)[number]

const yesNo = ['yes', 'no'] as const

export type FieldSpec = { readonly name: FieldName; readonly optional?: boolean } & (
  | { readonly kind: 'words'; readonly max: number; readonly lines?: number }
  | { readonly kind: 'choice'; readonly options: readonly string[] }
  | { readonly kind: 'unit' | 'units' }
)

/** The fields of an act, given what was answered so far. Acts done at once have none. */
export function fieldsOf(act: ActId, draft: Draft): readonly FieldSpec[] {
  switch (act) {
    case 'dispatch':
      return [
        { name: 'leadUnit', kind: 'unit' },
        { name: 'urgency', kind: 'choice', options: urgencies },
        { name: 'assistUnits', kind: 'units', optional: true },
        { name: 'instruction', kind: 'words', max: 2000, lines: 2, optional: true },
      ]
    case 'decline':
      return [
        { name: 'reason', kind: 'choice', options: declineReasons },
        { name: 'explanation', kind: 'words', max: 500, lines: 2 },
        { name: 'rightWay', kind: 'words', max: 200, optional: draft['reason'] !== 'otherChannel' },
      ]
    case 'requestReturn':
      return [
        { name: 'reason', kind: 'words', max: 2000, lines: 2 },
        { name: 'basis', kind: 'words', max: 500 },
      ]
    case 'approveReturn':
      return [
        { name: 'to', kind: 'unit', optional: true },
        { name: 'reason', kind: 'words', max: 2000, lines: 2, optional: true },
      ]
    case 'approveReview':
      return [{ name: 'reason', kind: 'words', max: 2000, lines: 2, optional: true }]
    case 'refuseReturn':
    case 'refuseReview':
    case 'redo':
      return [{ name: 'reason', kind: 'words', max: 2000, lines: 3 }]
    case 'contact':
      return [
        { name: 'reached', kind: 'choice', options: yesNo },
        { name: 'note', kind: 'words', max: 2000, lines: 2, optional: true },
      ]
    case 'submit':
      return [
        { name: 'done', kind: 'choice', options: yesNo },
        { name: 'reply', kind: 'words', max: 10_000, lines: 5 },
      ]
    case 'followUp':
      return [
        { name: 'contacted', kind: 'choice', options: yesNo },
        ...(draft['contacted'] === 'no' ? [] : askedFields),
        { name: 'note', kind: 'words', max: 2000, lines: 2, optional: true },
      ]
    case 'note':
    case 'instruct':
    case 'urge':
      return [{ name: 'text', kind: 'words', max: 2000, lines: 3 }]
    case 'accept':
    case 'acknowledge':
    case 'close':
    case 'acknowledgeAlert':
      return []
  }
}

const askedFields: readonly FieldSpec[] = [
  { name: 'solved', kind: 'choice', options: yesNo },
  { name: 'satisfaction', kind: 'choice', options: ['satisfied', 'basic', 'dissatisfied', 'none'] },
]

/** What stands in a form before anybody wrote in it. */
export function firstDraft(act: ActId): Draft {
  return act === 'dispatch' ? { urgency: 'normal' } : {}
}

/** The payload of a draft. What is blank is left out, so that the schema names it as missing. */
export function payloadOf(act: ActId, draft: Draft): Record<string, unknown> {
  const written = fieldsOf(act, draft).flatMap((field): [string, unknown][] => {
    const value = draft[field.name]
    if (value === undefined || value.length === 0) return []
    if (typeof value !== 'string') return [[field.name, value]]
    if (field.kind === 'choice' && field.options === yesNo) return [[field.name, value === 'yes']]
    return value.trim() === '' ? [] : [[field.name, value]]
  })
  return { ...Object.fromEntries(written), ...fixed[act] }
}

/** Where the answer is the act itself. */
const fixed: Partial<Record<ActId, Record<string, unknown>>> = {
  approveReturn: { approved: true },
  refuseReturn: { approved: false },
  approveReview: { approved: true },
  refuseReview: { approved: false },
}

/** What the hub would refuse, as it would name it: `payload.leadUnit`. Its reasons are words of `caseFile.check`. */
export function checkDraft(act: ActId, draft: Draft): readonly BadField[] {
  const payload = payloadOf(act, draft)
  const parsed = payloadSchemas[actOf(act).command].safeParse(payload, { reportInput: true })
  const bad = parsed.success ? [] : badFieldsOf(parsed.error.issues, 'payload')
  return [...bad, ...beyondTheSchema(act, draft, payload)]
}

/** What the rules of the office ask beside the form of the payload; the hub decides, this only says it earlier. */
function beyondTheSchema(act: ActId, draft: Draft, payload: Record<string, unknown>): BadField[] {
  const missing = (name: string): BadField[] =>
    payload[name] === undefined ? [{ path: `payload.${name}`, reason: 'input.required' }] : []
  if (act === 'refuseReturn' || act === 'refuseReview') return missing('reason')
  if (act === 'decline' && draft['reason'] === 'otherChannel' && payload['rightWay'] === undefined)
    return [{ path: 'payload.rightWay', reason: 'decline.rightWayNeeded' }]
  if (act === 'followUp' && payload['contacted'] === true) return [...missing('solved'), ...missing('satisfaction')]
  const assist = payload['assistUnits']
  if (act === 'dispatch' && Array.isArray(assist) && assist.includes(payload['leadUnit']))
    return [{ path: 'payload.assistUnits', reason: 'unit.leadsAlready' }]
  return []
}

/** The field a path of a problem belongs to: `payload.assistUnits.1` → `assistUnits`. */
export function fieldOfPath(path: string): FieldName | undefined {
  const name = path.split('.')[1]
  return fieldNames.find((each) => each === name)
}
