import { z } from 'zod'
import { areaRowSchema } from '../../contract/board.ts'
import { instantSchema } from '../../contract/instant.ts'
import { divisionCodeSchema, tierSchema, type Division } from '../../contract/reference.ts'
import { wireVersion } from '../../contract/wire-version.ts'
import { currentCursor } from '../../service/cursor.ts'
import type { Hub } from '../../service/hub.ts'
import { readAreas } from '../../service/read-areas.ts'
import { askerOf, bearerOf, valueOf, type App, type Door } from '../door.ts'

/** After so many minutes without input a workstation locks its details (trust.md 5.1). */
const idleMinutes = 15

const placeSchema = z.object({ code: z.string(), name: z.string(), tier: tierSchema })
const hubSchema = z.object({
  centre: placeSchema.extend({ fullName: z.string() }),
  above: z.array(placeSchema),
  below: z.array(z.object({ tier: tierSchema, count: z.int() })),
  now: instantSchema,
  version: z.string(),
  /** Raised when an older reader would misread a message of this hub. */
  wireVersion: z.int(),
  demo: z.boolean(),
  otp: z.boolean(),
  idleMinutes: z.int(),
  /** Only for who has signed in. */
  cursor: z.string().optional(),
  versions: z.record(z.string(), z.string()).optional(),
})

/** This centre, its links to others, and its areas with their counts. */
export function addHubRoutes(app: App, door: Door): void {
  const { hub } = door
  app.get(
    '/hub',
    { schema: { tags: ['hub'], security: [{}, { bearer: [] }], response: { 200: hubSchema } } },
    (request) => {
      if (bearerOf(request) === undefined) return publicFacts(door)
      askerOf(door, request)
      return { ...publicFacts(door), cursor: currentCursor(hub), versions: { ...hub.reference.versions } }
    },
  )
  app.get(
    '/hub/links',
    {
      schema: {
        tags: ['hub'],
        description: 'Links to the centres above and below; none while this hub stands alone.',
        response: { 200: z.object({ items: z.array(z.unknown()), nextCursor: z.null() }) },
      },
    },
    (request) => {
      askerOf(door, request)
      return { items: [], nextCursor: null }
    },
  )
  app.get(
    '/map/areas',
    {
      schema: {
        tags: ['hub'],
        description: 'Open cases per area below a division: its children, or its descendants of one tier.',
        querystring: z.object({ division: divisionCodeSchema.optional(), level: tierSchema.optional() }),
        response: { 200: z.object({ items: z.array(areaRowSchema), nextCursor: z.null() }) },
      },
    },
    (request) => ({ items: valueOf(readAreas(hub, askerOf(door, request), request.query)), nextCursor: null }),
  )
}

function publicFacts({ hub, demo, version }: Door): z.infer<typeof hubSchema> {
  const { centre, reference } = hub
  const line = reference.ancestorsOf(centre.code).flatMap((code) => reference.divisions.get(code) ?? [])
  return {
    centre: {
      ...place(centre),
      fullName: line
        .map(({ name }) => name)
        .reverse()
        .join(''),
    },
    above: line.slice(1).map(place).reverse(),
    below: countsBelow(hub),
    now: hub.now(),
    version,
    wireVersion,
    demo,
    otp: false,
    idleMinutes,
  }
}

function countsBelow({ centre, reference }: Hub) {
  return tierSchema.options.slice(tierSchema.options.indexOf(centre.tier) + 1).map((tier) => ({
    tier,
    count: [...reference.divisions.values()].filter(
      (division) => division.tier === tier && reference.ancestorsOf(division.code).includes(centre.code),
    ).length,
  }))
}

function place({ code, name, tier }: Division) {
  return { code, name, tier }
}
