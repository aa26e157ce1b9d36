/**
 * What happened to a case. Events are facts in the past tense (rules.md 8.5); they are the ledger. No personal data: free words are
 * masked before they come here, and what the mask took out lies in `people`.
 */
import { z } from 'zod'
import { clockSchema } from './clock.ts'
import { instantSchema } from './instant.ts'
import {
  alertAxisSchema,
  alertColourSchema,
  appealKindSchema,
  channelSchema,
  declineReasonSchema,
  satisfactionSchema,
  urgencySchema,
} from './vocabulary.ts'

const clocks = z.array(clockSchema)
const clockKind = clockSchema.shape.kind

/** Where on earth, WGS-84 degrees. */
export const locationSchema = z.strictObject({ lng: z.number().min(-180).max(180), lat: z.number().min(-90).max(90) })

/** What a matter closed on: a valid follow-up, the resident's own rating, three tries without contact, or a file's old reply. */
const closedBySchema = z.enum(['followUp', 'rating', 'tries', 'import'])

export const eventDataSchemas = {
  'appeal.registered': z.strictObject({
    caseCode: z.string(),
    holder: z.string(),
    kind: appealKindSchema,
    channel: channelSchema,
    title: z.string(),
    text: z.string(),
    divisionCode: z.string(),
    /** Edition of the division and grid codes: codes change from year to year. */
    codeVersion: z.string(),
    gridCode: z.string().optional(),
    location: locationSchema.optional(),
    category: z.string().optional(),
    occurredAt: instantSchema.optional(),
    externalId: z.string().optional(),
    /** The place could not be found; this is what the source said, masked. */
    placeUnresolved: z.string().optional(),
    duplicateOf: z.string().optional(),
    attachments: z.array(z.string()).optional(),
    /** The resident has a phone or a name on file: there is somebody to call back. */
    reachable: z.boolean(),
    /** Old rows taken from a file: kept without timers or alerts. */
    historic: z.boolean().optional(),
    profileVersion: z.string(),
    calendarVersion: z.string(),
    clocks,
  }),
  'order.accepted': z.strictObject({}),
  'order.declined': z.strictObject({
    reason: declineReasonSchema,
    explanation: z.string(),
    rightWay: z.string().optional(),
  }),
  'order.dispatched': z.strictObject({
    assignment: z.int(),
    leadUnit: z.string(),
    assistUnits: z.array(z.string()),
    urgency: urgencySchema,
    instruction: z.string().optional(),
    clocks,
  }),
  'order.acknowledged': z.strictObject({}),
  'order.contacted': z.strictObject({ reached: z.boolean(), note: z.string().optional() }),
  'order.returnRequested': z.strictObject({ reason: z.string(), basis: z.string() }),
  'order.returnDecided': z.strictObject({ approved: z.boolean(), reason: z.string().optional(), clocks }),
  'order.submitted': z.strictObject({
    reply: z.string(),
    done: z.boolean(),
    attachments: z.array(z.string()).optional(),
    clocks,
  }),
  'order.reviewRejected': z.strictObject({ reason: z.string(), clocks }),
  'order.concluded': z.strictObject({ reason: z.string().optional() }),
  'order.followUpStarted': z.strictObject({ clocks }),
  'order.followedUp': z.strictObject({
    contacted: z.boolean(),
    solved: z.boolean().optional(),
    satisfaction: satisfactionSchema,
    note: z.string().optional(),
    tries: z.int(),
  }),
  'order.redo': z.strictObject({ redoCount: z.int(), reason: z.string(), clocks }),
  'order.rated': z.strictObject({ solved: z.boolean(), satisfaction: satisfactionSchema, text: z.string().optional() }),
  'order.closed': z.strictObject({ by: closedBySchema, reply: z.string().optional() }),
  'order.noted': z.strictObject({ text: z.string() }),
  'order.instructed': z.strictObject({ text: z.string() }),
  'order.urged': z.strictObject({ text: z.string() }),
  'clock.expired': z.strictObject({ kind: clockKind }),
  'alert.raised': z.strictObject({
    axis: alertAxisSchema,
    colour: alertColourSchema,
    ruleId: z.string(),
    clock: clockKind.optional(),
  }),
  'alert.upgraded': z.strictObject({
    axis: alertAxisSchema,
    colour: alertColourSchema,
    ruleId: z.string(),
    clock: clockKind.optional(),
  }),
  'alert.lowered': z.strictObject({
    axis: alertAxisSchema,
    colour: alertColourSchema,
    ruleId: z.string(),
    clock: clockKind.optional(),
  }),
  'alert.cleared': z.strictObject({ axis: alertAxisSchema }),
  'alert.acknowledged': z.strictObject({ axis: alertAxisSchema }),
} as const

export type EventType = keyof typeof eventDataSchemas
export const eventTypes = Object.keys(eventDataSchemas) as [EventType, ...EventType[]]
export type EventData<T extends EventType> = z.infer<(typeof eventDataSchemas)[T]>
/** An event as the domain makes it; time, actor and version are added when it is recorded. */
export type CaseEvent = { [T in EventType]: { type: T; data: EventData<T> } }[EventType]
export type EventOf<T extends EventType> = Extract<CaseEvent, { type: T }>
