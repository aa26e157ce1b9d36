import { z } from 'zod'
import { ratingSchema, residentNoteSchema, trackViewSchema } from '../../contract/case-view.ts'
import { noteByTrack, rateByTrack, readTrack } from '../../service/track.ts'
import { keyOrOwn, valueOf, type App, type Door } from '../door.ts'
import { countOne } from '../limits.ts'

const tags = ['resident']
const security: [] = []
const params = z.object({ trackingCode: z.string().min(1).max(40) })
const done = z.object({ version: z.int() })

/** The resident's own matter by its tracking code, without a login; so many tries an address a minute. */
export function addTrackRoutes(app: App, door: Door): void {
  const { hub, limits } = door
  app.get(
    '/track/:trackingCode',
    { schema: { tags, security, params, response: { 200: trackViewSchema } } },
    async (request) => {
      await countOne(limits.tracks, request.ip)
      return valueOf(readTrack(hub, request.params.trackingCode))
    },
  )
  app.post(
    '/track/:trackingCode/rating',
    { schema: { tags, security, params, body: ratingSchema, response: { 200: done } } },
    async (request) => {
      await countOne(limits.tracks, request.ip)
      const { version } = valueOf(await rateByTrack(hub, request.params.trackingCode, request.body, keyOrOwn(request)))
      return { version }
    },
  )
  app.post(
    '/track/:trackingCode/notes',
    { schema: { tags, security, params, body: residentNoteSchema, response: { 200: done } } },
    async (request) => {
      await countOne(limits.tracks, request.ip)
      const { version } = valueOf(await noteByTrack(hub, request.params.trackingCode, request.body, keyOrOwn(request)))
      return { version }
    },
  )
}
