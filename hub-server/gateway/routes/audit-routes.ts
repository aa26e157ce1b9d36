import { z } from 'zod'
import { actorSchema } from '../../contract/actor.ts'
import { instantSchema } from '../../contract/instant.ts'
import { proveAudit, readAudit } from '../../service/read-audit.ts'
import { askerOf, valueOf, type App, type Door } from '../door.ts'

const itemSchema = z.object({
  seq: z.int(),
  at: instantSchema,
  actor: actorSchema,
  action: z.string(),
  object: z.string(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
})

/** The audit trail, for the audit administrator alone. */
export function addAuditRoutes(app: App, door: Door): void {
  app.get(
    '/audit',
    {
      schema: {
        tags: ['audit'],
        querystring: z.object({
          cursor: z.string().max(16).optional(),
          limit: z.coerce.number().int().min(1).max(500).default(100),
        }),
        response: { 200: z.object({ items: z.array(itemSchema), nextCursor: z.string().nullable() }) },
      },
    },
    (request) => valueOf(readAudit(door.hub, askerOf(door, request), request.query)),
  )
  app.get(
    '/audit/verify',
    {
      schema: {
        tags: ['audit'],
        response: { 200: z.object({ rows: z.int(), firstBad: z.int().nullable(), ok: z.boolean() }) },
      },
    },
    (request) => valueOf(proveAudit(door.hub, askerOf(door, request))),
  )
}
