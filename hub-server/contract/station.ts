/** Socket.IO events between a hub and its desks and walls (contract.md). Both sides parse what they receive. */
import { z } from 'zod'
import { boardNameSchema } from './board.ts'
import type { CommandEnvelope } from './command.ts'
import { instantSchema } from './instant.ts'
import { problemSchema } from './refusal.ts'
import { queueNameSchema } from './vocabulary.ts'

export const followedBoardSchema = z.strictObject({
  board: boardNameSchema,
  division: z.string().max(16).optional(),
  queue: queueNameSchema.optional(),
})
export type FollowedBoard = z.infer<typeof followedBoardSchema>
export const followSchema = z.strictObject({
  boards: z.array(followedBoardSchema).min(1).max(16),
  since: z.string().max(64).optional(),
})
export type Follow = z.infer<typeof followSchema>

/** `row: null` when it left the board. Rows are parsed again by the board's own schema. */
export const changeSchema = z.object({
  board: boardNameSchema,
  id: z.string(),
  row: z.record(z.string(), z.unknown()).nullable(),
})
export type Change = z.infer<typeof changeSchema>
export const changesSchema = z.object({ cursor: z.string(), changes: z.array(changeSchema) })
export type Changes = z.infer<typeof changesSchema>

const failed = z.object({ ok: z.literal(false), problem: problemSchema })
export const followAnswerSchema = z.union([
  z.object({
    ok: z.literal(true).optional(),
    cursor: z.string(),
    changes: z.array(changeSchema),
    reset: z.boolean().optional(),
  }),
  failed,
])
export type FollowAnswer = z.infer<typeof followAnswerSchema>
export const commandAnswerSchema = z.union([
  z.object({ ok: z.literal(true), version: z.int(), cursor: z.string() }),
  failed,
])
export type CommandAnswer = z.infer<typeof commandAnswerSchema>

/** Every 5 s: its absence for 15 s makes every tile stale. */
export const pulseSchema = z.object({ cursor: z.string(), now: instantSchema, links: z.array(z.unknown()) })
export type Pulse = z.infer<typeof pulseSchema>
export const pulseEverySeconds = 5
export const staleAfterSeconds = 15

/** Why a socket is being ended by the hub. */
export const endedSchema = z.object({
  reason: z.enum(['signedOut', 'sessionEnded', 'tooSlow', 'tooMany', 'hubStopping']),
})
export type Ended = z.infer<typeof endedSchema>

/** Who looks at a case, or works on it. A desk tells it of itself; the hub tells the others at the same case. */
export const presenceSchema = z.strictObject({
  /** Null: at no case any more. */
  caseId: z.string().min(1).max(64).nullable(),
  doing: z.enum(['looking', 'working']).default('looking'),
})
export type Presence = z.infer<typeof presenceSchema>
/** Ids and seats, no names. */
export const presentSchema = z.object({
  caseId: z.string(),
  people: z.array(z.object({ id: z.string(), seat: z.string(), doing: z.enum(['looking', 'working']) })),
})
export type Present = z.infer<typeof presentSchema>

export interface StationToHub {
  follow: (follow: Follow, answer: (answer: FollowAnswer) => void) => void
  command: (envelope: CommandEnvelope, answer: (answer: CommandAnswer) => void) => void
  presence: (presence: Presence) => void
}
export interface HubToStation {
  changes: (changes: Changes) => void
  pulse: (pulse: Pulse) => void
  ended: (ended: Ended) => void
  presence: (present: Present) => void
}
