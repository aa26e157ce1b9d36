import { z } from 'zod'
import { divisionCodeSchema } from './reference.ts'

/** An area whose people were counted: its share of the old table, and that share of the city's people today. */
const countedAreaSchema = z.strictObject({
  code: divisionCodeSchema,
  weight: z.number().positive(),
  people: z.int().positive(),
})

/** An area no table counts for itself: its people are among those of another. */
const areaWithinSchema = z.strictObject({ code: divisionCodeSchema, countedIn: divisionCodeSchema })

/**
 * People by county-level area, for counts per 10,000 residents. Shares of an old table times the city's people today
 * (rules.md 7.2): the grade says how far to trust it, and the centre replaces it by its own figures.
 */
export const populationDocumentSchema = z
  .strictObject({
    version: z.string().min(1),
    source: z.string().min(1),
    grade: z.enum(['A', 'B', 'C', 'D']),
    total: z.int().positive(),
    items: z.array(z.union([countedAreaSchema, areaWithinSchema])).min(1),
  })
  .superRefine((document, context) => {
    const counted = document.items.filter((item) => 'people' in item)
    const weights = counted.reduce((sum, item) => sum + item.weight, 0)
    const seen = new Set<string>()
    for (const [index, item] of document.items.entries()) {
      const refuse = (field: string, message: string): void =>
        context.addIssue({ code: 'custom', message, path: ['items', index, field] })
      if (seen.has(item.code)) refuse('code', `${item.code} stands twice in the list`)
      seen.add(item.code)
      if ('people' in item) {
        const share = (document.total * item.weight) / weights
        if (Math.abs(share - item.people) > 100)
          refuse(
            'people',
            `${item.code}: ${item.people} people, its share of ${document.total} is ${Math.round(share)}`,
          )
      } else if (!counted.some((other) => other.code === item.countedIn))
        refuse('countedIn', `${item.code} is counted in ${item.countedIn}, which has no count of its own`)
    }
  })
export type PopulationDocument = z.infer<typeof populationDocumentSchema>

/**
 * Open cases per 10,000 residents of every area of the population table. Areas that the table counts together (高新区 in
 * 赫山区) have one rate, of their cases together: their people cannot be told apart.
 * @param openByArea open cases by division code; an area that is missing has none
 */
export function openPerTenThousand(
  openByArea: ReadonlyMap<string, number>,
  population: PopulationDocument,
): ReadonlyMap<string, number> {
  const countedIn = new Map(population.items.map((item) => [item.code, 'people' in item ? item.code : item.countedIn]))
  const open = new Map<string, number>()
  for (const [code, whole] of countedIn) open.set(whole, (open.get(whole) ?? 0) + (openByArea.get(code) ?? 0))
  const people = new Map(
    population.items.flatMap((item) => ('people' in item ? [[item.code, item.people] as const] : [])),
  )
  return new Map(
    [...countedIn].flatMap(([code, whole]) => {
      const residents = people.get(whole)
      return residents === undefined ? [] : [[code, ((open.get(whole) ?? 0) * 10_000) / residents] as const]
    }),
  )
}
