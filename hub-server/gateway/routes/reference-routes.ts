import { z } from 'zod'
import { workCalendarSchema } from '../../contract/calendar.ts'
import { dueQuestionSchema, dueSchema } from '../../contract/clock.ts'
import { ruleProfileSchema } from '../../contract/profile.ts'
import {
  categorySchema,
  departmentLabelSchema,
  disputeTypesDocumentSchema,
  divisionCodeSchema,
  divisionSchema,
  tierSchema,
  unitSchema,
} from '../../contract/reference.ts'
import { computeDue } from '../../service/compute-due.ts'
import { askerOf, type App, type Door } from '../door.ts'
import { RefusedError } from '../problem.ts'

const tags = ['reference']
const listOf = <S extends z.ZodType>(item: S) =>
  z.object({ version: z.string(), items: z.array(item), nextCursor: z.null() })

/** Reference data, each document with its version, whole: none is larger than a few hundred kilobytes. */
export function addReferenceRoutes(app: App, door: Door): void {
  addPlacesAndUnits(app, door)
  addRules(app, door)
}

function addPlacesAndUnits(app: App, door: Door): void {
  const { reference } = door.hub
  app.get(
    '/divisions',
    {
      schema: {
        tags,
        querystring: z.object({ parent: divisionCodeSchema.optional(), tier: tierSchema.optional() }),
        response: { 200: listOf(divisionSchema) },
      },
    },
    (request) => {
      askerOf(door, request)
      const { parent, tier } = request.query
      refuseUnknown(door, 'parent', parent)
      const all = parent === undefined ? [...reference.divisions.values()] : reference.childrenOf(parent)
      const items = all.filter((division) => tier === undefined || division.tier === tier)
      return { version: versionOf(door, 'divisions'), items, nextCursor: null }
    },
  )
  app.get(
    '/units',
    {
      schema: {
        tags,
        querystring: z.object({ division: divisionCodeSchema.optional() }),
        response: { 200: listOf(unitSchema).extend({ departments: z.array(departmentLabelSchema) }) },
      },
    },
    (request) => {
      askerOf(door, request)
      const { division } = request.query
      refuseUnknown(door, 'division', division)
      const items = [...reference.units.values()].filter((unit) => division === undefined || unit.division === division)
      return {
        version: versionOf(door, 'units'),
        departments: [...reference.departments],
        items,
        nextCursor: null,
      }
    },
  )
}

function addRules(app: App, door: Door): void {
  const { reference, rules } = door.hub
  app.get('/categories', { schema: { tags, response: { 200: listOf(categorySchema) } } }, (request) => {
    askerOf(door, request)
    const items = reference.categories.items
    return { version: versionOf(door, 'categories'), items, nextCursor: null }
  })
  app.get('/dispute-types', { schema: { tags, response: { 200: disputeTypesDocumentSchema } } }, (request) => {
    askerOf(door, request)
    return reference.disputeTypes
  })
  app.get('/profile', { schema: { tags, response: { 200: ruleProfileSchema } } }, (request) => {
    askerOf(door, request)
    return reference.profile
  })
  app.get('/calendar', { schema: { tags, response: { 200: workCalendarSchema } } }, (request) => {
    askerOf(door, request)
    return reference.calendar
  })
  app.get(
    '/clock/due',
    { schema: { tags, querystring: dueQuestionSchema, response: { 200: dueSchema } } },
    (request) => {
      askerOf(door, request)
      return computeDue({ ...request.query, calendar: rules.calendar, profile: rules.profile })
    },
  )
}

function refuseUnknown({ hub }: Door, path: string, code: string | undefined): void {
  if (code === undefined || hub.reference.divisions.has(code)) return
  throw new RefusedError({ code: 'input.invalid', fields: [{ path, reason: 'division.unknown', facts: { code } }] })
}

function versionOf({ hub }: Door, name: string): string {
  return hub.reference.versions[name] ?? ''
}
