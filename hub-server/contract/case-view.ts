/** One case as the desk's right-hand side shows it, for the caller's role; its timeline; its reveal; the resident's view of it. */
import { z } from 'zod'
import { actorSchema } from './actor.ts'
import { rowAlertSchema, unitNameSchema } from './board.ts'
import { clockSchema } from './clock.ts'
import { commandTypeSchema } from './command.ts'
import { eventTypes, locationSchema } from './event.ts'
import { instantSchema } from './instant.ts'
import { refusalCodeSchema } from './refusal.ts'
import { appealKindSchema, caseStateSchema, channelSchema, satisfactionSchema, urgencySchema } from './vocabulary.ts'

export const clockViewSchema = clockSchema.extend({
  /** `running`, or how it ended. */
  outcome: z.enum(['running', 'met', 'missed', 'dropped']),
  stoppedAt: instantSchema.nullable(),
  assignment: z.int().nullable(),
})
export type ClockView = z.infer<typeof clockViewSchema>

export const refusedCommandSchema = z.object({ type: commandTypeSchema, code: refusalCodeSchema, reason: z.string() })
export type RefusedCommand = z.infer<typeof refusedCommandSchema>

export const caseViewSchema = z.object({
  id: z.string(),
  caseCode: z.string(),
  version: z.int(),
  state: caseStateSchema,
  holder: z.object({ code: z.string(), name: z.string() }),
  kind: appealKindSchema,
  channel: channelSchema,
  urgency: urgencySchema.nullable(),
  title: z.string(),
  text: z.string(),
  divisionCode: z.string(),
  place: z.string(),
  gridCode: z.string().nullable(),
  location: locationSchema.nullable(),
  placeUnresolved: z.string().nullable(),
  category: z.string().nullable(),
  registeredAt: instantSchema,
  occurredAt: instantSchema.nullable(),
  historic: z.boolean(),
  duplicateOf: z.string().nullable(),
  /** Masked: `王*`, `138****5678`; null when nothing is on file. */
  citizen: z.object({ name: z.string().nullable(), phone: z.string().nullable() }),
  leadUnit: unitNameSchema.nullable(),
  assistUnits: z.array(unitNameSchema),
  instruction: z.string().nullable(),
  reply: z.string().nullable(),
  redoCount: z.int(),
  returnCount: z.int(),
  followUpTries: z.int(),
  rating: z
    .object({ solved: z.boolean(), satisfaction: satisfactionSchema, by: z.enum(['resident', 'followUp']) })
    .nullable(),
  clocks: z.array(clockViewSchema),
  alerts: z.array(rowAlertSchema),
  allowedCommands: z.array(commandTypeSchema),
  refusedCommands: z.array(refusedCommandSchema),
  /** Personal fields the caller may ask for by `reveal`. */
  revealable: z.array(z.string()),
})
export type CaseView = z.infer<typeof caseViewSchema>

export const timelineItemSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  type: z.enum(eventTypes),
  actor: actorSchema.extend({ label: z.string() }),
  data: z.record(z.string(), z.unknown()),
})
export type TimelineItem = z.infer<typeof timelineItemSchema>
export const timelineSchema = z.object({ items: z.array(timelineItemSchema), nextCursor: z.string().nullable() })

export const revealSchema = z.strictObject({
  fields: z.array(z.string().max(80)).min(1).max(20),
  reason: z.string().trim().min(2).max(200),
})
export const revealAnswerSchema = z.object({ fields: z.record(z.string(), z.string().nullable()) })

/** What a resident may see of his own matter. */
export const trackViewSchema = z.object({
  title: z.string(),
  state: caseStateSchema,
  kind: appealKindSchema,
  registeredAt: instantSchema,
  unit: z.string().nullable(),
  /** By when he hears, while there is something to wait for. */
  promisedAt: instantSchema.nullable(),
  steps: z.array(
    z.object({
      step: z.enum([
        'registered',
        'dispatched',
        'acknowledged',
        'contacted',
        'handling',
        'replied',
        'rated',
        'closed',
        'declined',
        'redo',
      ]),
      at: instantSchema.nullable(),
      dueAt: instantSchema.nullable(),
      done: z.boolean(),
      text: z.string().nullable(),
    }),
  ),
  reply: z.string().nullable(),
  mayRate: z.boolean(),
  rating: z.object({ solved: z.boolean(), satisfaction: satisfactionSchema }).nullable(),
  now: instantSchema,
})
export type TrackView = z.infer<typeof trackViewSchema>
export const ratingSchema = z.strictObject({
  solved: z.boolean(),
  satisfaction: z.enum(['satisfied', 'basic', 'dissatisfied']),
  text: z.string().trim().max(2000).optional(),
})
export const residentNoteSchema = z.strictObject({ text: z.string().trim().min(1).max(2000) })
