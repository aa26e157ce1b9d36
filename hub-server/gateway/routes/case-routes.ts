import { z } from 'zod'
import { caseRowSchema } from '../../contract/board.ts'
import { caseViewSchema, revealAnswerSchema, revealSchema, timelineSchema } from '../../contract/case-view.ts'
import { commandBodySchema } from '../../contract/command.ts'
import { eventTypes } from '../../contract/event.ts'
import { instantSchema } from '../../contract/instant.ts'
import { categoryPathSchema, divisionCodeSchema, unitCodeSchema } from '../../contract/reference.ts'
import { alertColourSchema, caseStateSchema, channelSchema, queueNameSchema } from '../../contract/vocabulary.ts'
import { listCases, scopeOf } from '../../service/list-cases.ts'
import { readCase, readTimeline, type CaseFacts } from '../../service/read-case.ts'
import { reveal } from '../../service/reveal.ts'
import { askerOf, idempotencyKeyOf, problemContext, valueOf, type App, type Asker, type Door } from '../door.ts'
import { giveCommand } from '../give-command.ts'
import { detailOf, RefusedError, type ProblemContext } from '../problem.ts'
import type { FastifyRequest } from 'fastify'

const limit = z.coerce.number().int().min(1).max(500).default(100)
const idSchema = z.object({ id: z.string().min(1).max(64) })
const count = z.object({ total: z.int(), red: z.int(), yellow: z.int(), blue: z.int() })

const listQuerySchema = z.object({
  queue: queueNameSchema.optional(),
  division: divisionCodeSchema.optional(),
  state: caseStateSchema.optional(),
  alert: alertColourSchema.optional(),
  category: categoryPathSchema.optional(),
  unit: unitCodeSchema.optional(),
  channel: channelSchema.optional(),
  q: z.string().max(200).optional(),
  since: instantSchema.optional(),
  cursor: z.string().max(64).optional(),
  limit,
})

/** Queues and search, one case, its course, clear personal data, and commands. */
export function addCaseRoutes(app: App, door: Door): void {
  addReading(app, door)
  addActing(app, door)
}

function addReading(app: App, door: Door): void {
  const { hub } = door
  app.get(
    '/cases',
    {
      schema: {
        tags: ['cases'],
        querystring: listQuerySchema,
        response: {
          200: z.object({ items: z.array(caseRowSchema), nextCursor: z.string().nullable(), counts: count.optional() }),
        },
      },
    },
    (request) =>
      valueOf(listCases(hub, reader(door, request), { ...request.query, q: request.query.q?.trim() || undefined })),
  )
  app.get(
    '/cases/:id',
    { schema: { tags: ['cases'], params: idSchema, response: { 200: caseViewSchema } } },
    (request) => {
      const facts = valueOf(readCase(hub, askerOf(door, request), request.params.id))
      return inWords(facts, problemContext(door, request))
    },
  )
  app.get(
    '/cases/:id/timeline',
    {
      schema: {
        tags: ['cases'],
        params: idSchema,
        querystring: z.object({ cursor: z.string().max(16).optional(), limit }),
        response: { 200: timelineSchema },
      },
    },
    (request) => valueOf(readTimeline(hub, askerOf(door, request), request.params.id, request.query)),
  )
}

function addActing(app: App, door: Door): void {
  const { hub } = door
  app.post(
    '/cases/:id/reveal',
    { schema: { tags: ['cases'], params: idSchema, body: revealSchema, response: { 200: revealAnswerSchema } } },
    async (request) => {
      const revealed = valueOf(await reveal(hub, askerOf(door, request), request.params.id, request.body))
      return { fields: { ...revealed.fields } }
    },
  )
  app.post(
    '/cases/:id/commands',
    {
      schema: {
        tags: ['cases'],
        params: idSchema,
        body: commandBodySchema,
        response: {
          200: z.object({
            caseId: z.string(),
            version: z.int(),
            events: z.array(z.object({ seq: z.int(), type: z.enum(eventTypes) })),
          }),
        },
      },
    },
    async (request) => {
      const asker = askerOf(door, request)
      const envelope = { ...request.body, id: idempotencyKeyOf(request), caseId: request.params.id }
      const { caseId, version, events } = valueOf(await giveCommand(door, asker, envelope, request.id))
      return { caseId, version, events: [...events] }
    },
  )
}

/** Somebody who reads cases at all: an empty list would look as if there were none. */
function reader(door: Door, request: FastifyRequest): Asker {
  const asker = askerOf(door, request)
  if (scopeOf(door.hub, asker, undefined) === undefined) throw new RefusedError({ code: 'auth.roleMissing' })
  return asker
}

function inWords(facts: CaseFacts, context: ProblemContext): z.infer<typeof caseViewSchema> {
  const refusedCommands = facts.refusedCommands.map(({ type, refusal }) => ({
    type,
    code: refusal.code,
    reason: detailOf(refusal, context),
  }))
  return { ...facts, refusedCommands }
}
