/** Orders to a case: the closed list of contract.md with the payload of each. One schema serves validation, types and OpenAPI. */
import { z } from 'zod'
import { unitCodeSchema } from './reference.ts'
import { alertAxisSchema, declineReasonSchema, satisfactionSchema, urgencySchema } from './vocabulary.ts'

export const commandTypes = [
  'accept',
  'decline',
  'assess',
  'handleInVillage',
  'resolveInVillage',
  'raise',
  'dispatch',
  'acknowledge',
  'contact',
  'requestReturn',
  'decideReturn',
  'designate',
  'requestExtension',
  'decideExtension',
  'suspend',
  'resume',
  'submit',
  'review',
  'followUp',
  'redo',
  'rate',
  'close',
  'archive',
  'merge',
  'link',
  'note',
  'instruct',
  'withdraw',
  'attach',
  'escalate',
  'skipEscalate',
  'receive',
  'sendDown',
  'urge',
  'whistle',
  'arrive',
  'proposeMeeting',
  'openMediation',
  'mediationStep',
  'assignLeader',
  'setRisk',
  'acknowledgeAlert',
  'shelveAlert',
  'clearAlert',
  'restrict',
  'terminate',
] as const
export const commandTypeSchema = z.enum(commandTypes)
export type CommandType = z.infer<typeof commandTypeSchema>

const words = (max: number) => z.string().trim().min(1).max(max)
const nothing = z.strictObject({})
/** What a later part of the product adds: any object is taken, and the domain refuses it with its reason. */
const laterPayload = z.record(z.string(), z.unknown())

export const payloadSchemas = {
  accept: nothing,
  decline: z.strictObject({ reason: declineReasonSchema, explanation: words(500), rightWay: words(200).optional() }),
  dispatch: z.strictObject({
    leadUnit: unitCodeSchema,
    assistUnits: z.array(unitCodeSchema).max(20).optional(),
    urgency: urgencySchema,
    instruction: words(2000).optional(),
  }),
  acknowledge: nothing,
  contact: z.strictObject({ reached: z.boolean(), note: words(2000).optional() }),
  requestReturn: z.strictObject({ reason: words(2000), basis: words(500) }),
  decideReturn: z.strictObject({
    approved: z.boolean(),
    reason: words(2000).optional(),
    to: unitCodeSchema.optional(),
  }),
  submit: z.strictObject({
    reply: words(10_000),
    done: z.boolean(),
    attachments: z.array(z.uuid()).max(100).optional(),
  }),
  review: z.strictObject({ approved: z.boolean(), reason: words(2000).optional() }),
  followUp: z.strictObject({
    contacted: z.boolean(),
    solved: z.boolean().optional(),
    satisfaction: satisfactionSchema.optional(),
    note: words(2000).optional(),
  }),
  redo: z.strictObject({ reason: words(2000) }),
  rate: z.strictObject({
    solved: z.boolean(),
    satisfaction: z.enum(['satisfied', 'basic', 'dissatisfied']),
    text: words(2000).optional(),
  }),
  close: nothing,
  note: z.strictObject({ text: words(2000) }),
  instruct: z.strictObject({ text: words(2000) }),
  urge: z.strictObject({ text: words(2000) }),
  acknowledgeAlert: z.strictObject({ axis: alertAxisSchema }),
  assess: laterPayload,
  handleInVillage: laterPayload,
  resolveInVillage: laterPayload,
  raise: laterPayload,
  designate: laterPayload,
  requestExtension: laterPayload,
  decideExtension: laterPayload,
  suspend: laterPayload,
  resume: laterPayload,
  archive: laterPayload,
  merge: laterPayload,
  link: laterPayload,
  withdraw: laterPayload,
  attach: laterPayload,
  escalate: laterPayload,
  skipEscalate: laterPayload,
  receive: laterPayload,
  sendDown: laterPayload,
  whistle: laterPayload,
  arrive: laterPayload,
  proposeMeeting: laterPayload,
  openMediation: laterPayload,
  mediationStep: laterPayload,
  assignLeader: laterPayload,
  setRisk: laterPayload,
  shelveAlert: laterPayload,
  clearAlert: laterPayload,
  restrict: laterPayload,
  terminate: laterPayload,
} satisfies Record<CommandType, z.ZodType>

export type PayloadOf<T extends CommandType> = z.infer<(typeof payloadSchemas)[T]>
/** A parsed order: its type decides the shape of its payload. */
export type Command = { [T in CommandType]: { type: T; payload: PayloadOf<T> } }[CommandType]
export type CommandOf<T extends CommandType> = Extract<Command, { type: T }>

const envelopeFields = {
  type: commandTypeSchema,
  payload: z.record(z.string(), z.unknown()).default({}),
  expectedVersion: z.int().min(0).optional(),
}
/** Body of `POST /cases/{id}/commands`; the Idempotency-Key header is the command's id. */
export const commandBodySchema = z.strictObject(envelopeFields)
/** The `command` event of a desk. */
export const commandEnvelopeSchema = z.strictObject({
  id: z.string().min(8).max(128),
  caseId: z.string().min(1).max(64),
  ...envelopeFields,
})
export type CommandBody = z.infer<typeof commandBodySchema>
export type CommandEnvelope = z.infer<typeof commandEnvelopeSchema>
