import { z } from 'zod'
import { appealAnswerSchema, appealSchema, citizenSchema, importResultSchema } from '../../contract/appeal.ts'
import { caseRowSchema } from '../../contract/board.ts'
import { divisionCodeSchema } from '../../contract/reference.ts'
import type { Role } from '../../contract/vocabulary.ts'
import { casesOfCaller, likelyDuplicates } from '../../service/caller.ts'
import { takeAppeal } from '../../service/take-appeal.ts'
import { mostBatchBytes, takeBatch } from '../take-batch.ts'
import { askerWith, idempotencyKeyOf, problemContext, valueOf, type App, type Door } from '../door.ts'
import { RefusedError } from '../problem.ts'

/** Who takes appeals in beside programs with a key. */
const takers: readonly Role[] = ['dutyOfficer', 'centreDirector', 'gridWorker', 'gridLead', 'chiefGridLead']
const phoneSchema = citizenSchema.shape.phone.unwrap()

/** Taking appeals in, and what the registration screen asks before it does. */
export function addAppealRoutes(app: App, door: Door): void {
  const { hub } = door
  app.post(
    '/appeals',
    { schema: { tags: ['appeals'], body: appealSchema, response: { 201: appealAnswerSchema } } },
    async (request, reply) => {
      const asker = askerWith(door, request, takers, true)
      const key = idempotencyKeyOf(request)
      const { answer } = valueOf(await takeAppeal(hub, asker, { appeal: request.body }, key))
      void reply.code(201)
      return answer
    },
  )
  app.post(
    '/appeals/check',
    {
      schema: {
        tags: ['appeals'],
        description: 'Open cases that are likely the same matter as what is being written down.',
        body: z.strictObject({
          title: z.string().max(200),
          text: z.string().max(20_000),
          divisionCode: divisionCodeSchema.optional(),
          phone: phoneSchema.optional(),
        }),
        response: { 200: z.object({ items: z.array(duplicateSchema), nextCursor: z.null() }) },
      },
    },
    (request) => {
      const asker = askerWith(door, request, takers)
      return { items: valueOf(likelyDuplicates(hub, asker, request.body)), nextCursor: null }
    },
  )
  app.post(
    '/callers/lookup',
    {
      schema: {
        tags: ['appeals'],
        description: 'The matters of one phone number, newest first. Written to the audit trail.',
        body: z.strictObject({ phone: phoneSchema }),
        response: { 200: z.object({ items: z.array(caseRowSchema), nextCursor: z.null() }) },
      },
    },
    async (request) => {
      const asker = askerWith(door, request, takers)
      return { items: valueOf(await casesOfCaller(hub, asker, request.body.phone)), nextCursor: null }
    },
  )
  void app.register((batch: App, _options, done) => {
    addBatchRoute(batch, door)
    done()
  })
}

const duplicateSchema = z.object({
  row: caseRowSchema,
  score: z.number(),
  sameCaller: z.boolean(),
  samePlace: z.boolean(),
})

/** In a scope of its own, where a body is a stream of lines and not one JSON text. */
function addBatchRoute(app: App, door: Door): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, payload, done) => {
    done(null, payload)
  })
  app.post(
    '/appeals/batch',
    {
      schema: {
        tags: ['appeals'],
        description: 'JSON Lines, one appeal a line, at most 64 MiB. A bad line never loses a good one.',
        consumes: ['application/x-ndjson'],
        response: { 200: importResultSchema },
      },
    },
    async (request) => {
      const asker = askerWith(door, request, takers, true)
      if (Number(request.headers['content-length'] ?? 0) > mostBatchBytes) {
        throw new RefusedError({ code: 'input.tooLarge', facts: { max: '64 MiB' } })
      }
      const rows = door.readBatch(streamOf(request.body), mostBatchBytes)
      return await takeBatch(door, asker, rows, problemContext(door, request))
    },
  )
}

function streamOf(body: unknown): AsyncIterable<Uint8Array> {
  if (body !== null && typeof body === 'object' && Symbol.asyncIterator in body) {
    return body as AsyncIterable<Uint8Array>
  }
  throw new RefusedError({ code: 'input.invalid', fields: [{ path: 'body', reason: 'input.required' }] })
}
