/** The closed list of refusals. A refusal is an answer that changed nothing: a stable code, the fields it names, and facts for its sentence. */
import { z } from 'zod'

/** Code → HTTP status. What each says in words: `gateway/problem-text.ts` (hub) and the screens' error texts. */
export const refusalStatus = {
  'auth.required': 401,
  'auth.failed': 401,
  'auth.locked': 401,
  'transition.forbidden': 403,
  'auth.roleMissing': 403,
  'case.notFound': 404,
  'thing.notFound': 404,
  'case.staleVersion': 409,
  'case.notHolder': 409,
  'case.inTransit': 409,
  'transition.notNow': 409,
  'transition.notOffered': 409,
  'transition.notLeadUnit': 409,
  'return.windowPassed': 409,
  'return.designated': 409,
  'followUp.notValid': 409,
  'review.ownWork': 409,
  'alert.none': 409,
  'alert.acknowledged': 409,
  'idempotency.mismatch': 409,
  'input.tooLarge': 413,
  'input.invalid': 422,
  'rate.limited': 429,
  'hub.failed': 500,
  'hub.readOnly': 503,
} as const
export type RefusalCode = keyof typeof refusalStatus
export const refusalCodes = Object.keys(refusalStatus) as [RefusalCode, ...RefusalCode[]]
export const refusalCodeSchema = z.enum(refusalCodes)

/** One bad input: `path` as the caller wrote it (`payload.leadUnit`, `Idempotency-Key`), `reason` a stable dotted word with facts. */
export const badFieldSchema = z.strictObject({
  path: z.string(),
  reason: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type BadField = z.infer<typeof badFieldSchema>

export interface Refusal {
  code: RefusalCode
  fields?: BadField[]
  /** What the sentence names: the state, the holder, the version, seconds to wait. */
  facts?: Record<string, string | number>
}

export type Answer<T> = { ok: true; value: T } | { ok: false; refusal: Refusal }

export function granted<T>(value: T): Answer<T> {
  return { ok: true, value }
}

export function refused(
  code: RefusalCode,
  facts?: Refusal['facts'],
  fields?: BadField[],
): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, ...(facts && { facts }), ...(fields && { fields }) } }
}

/** RFC 9457 body of a refused request, in the caller's language; also `problem` of a refused socket command. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: refusalCodeSchema,
  fields: z.array(z.object({ path: z.string(), reason: z.string() })).optional(),
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  requestId: z.string(),
})
export type Problem = z.infer<typeof problemSchema>
