/** Reference data of the hub, read once for as long as the window is signed in. */
import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { workCalendarSchema } from '../../hub-server/contract/calendar.ts'
import { dueSchema, type Length } from '../../hub-server/contract/clock.ts'
import type { Instant } from '../../hub-server/contract/instant.ts'
import { ruleProfileSchema } from '../../hub-server/contract/profile.ts'
import { categorySchema, divisionSchema, unitSchema } from '../../hub-server/contract/reference.ts'
import { readHub } from './hub-query.ts'

const keep = { gcTime: Infinity } as const
const unitsAnswer = z.object({ items: z.array(unitSchema) })
const categoriesAnswer = z.object({ items: z.array(categorySchema) })
const divisionsAnswer = z.object({ items: z.array(divisionSchema) })

export function unitsQuery() {
  return queryOptions({
    ...keep,
    queryKey: ['units'],
    queryFn: ({ signal }) => readHub({ path: '/units', answer: unitsAnswer, signal }),
    select: unitsByCode,
  })
}

/** Outside the options, so that the map is made once and not at every drawing. */
function unitsByCode({ items }: z.infer<typeof unitsAnswer>) {
  return new Map(items.map((unit) => [unit.code, unit]))
}

export function categoriesQuery() {
  return queryOptions({
    ...keep,
    queryKey: ['categories'],
    queryFn: async ({ signal }) => (await readHub({ path: '/categories', answer: categoriesAnswer, signal })).items,
  })
}

/** Every division, the city first. */
export function divisionsQuery() {
  return queryOptions({
    ...keep,
    queryKey: ['divisions'],
    queryFn: async ({ signal }) => (await readHub({ path: '/divisions', answer: divisionsAnswer, signal })).items,
  })
}

export function profileQuery() {
  return queryOptions({
    ...keep,
    queryKey: ['profile'],
    queryFn: ({ signal }) => readHub({ path: '/profile', answer: ruleProfileSchema, signal }),
  })
}

export function calendarQuery() {
  return queryOptions({
    ...keep,
    queryKey: ['calendar'],
    queryFn: ({ signal }) => readHub({ path: '/calendar', answer: workCalendarSchema, signal }),
  })
}

/** When a length from a start ends, counted by the hub. */
export function dueQuery(start: Instant, length: Length) {
  return queryOptions({
    queryKey: ['due', start, length],
    queryFn: ({ signal }) =>
      readHub({ path: `/clock/due?start=${encodeURIComponent(start)}&length=${length}`, answer: dueSchema, signal }),
  })
}
