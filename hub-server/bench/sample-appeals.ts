/** Appeals for measurements: words of the demonstration texts, mixed anew, so that titles and texts differ as in life. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Incoming } from '../contract/incoming.ts'
import { appealKinds, channels } from '../contract/vocabulary.ts'
import type { Reference } from '../service/reference.ts'
import { seeded } from './figures.ts'

const textsSchema = z.object({
  items: z.array(z.object({ title: z.string(), text: z.string(), category: z.string() })).min(1),
})

export function sampleAppeals(reference: Reference, seed: number): (index: number) => Incoming {
  const file = join(import.meta.dirname, '../../resources/demo/appeals.json')
  const { items } = textsSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  const villages = [...reference.divisions.values()].filter((division) => division.tier === 'village')
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  return (index) => {
    const village = pick(villages)
    const [a, b] = [pick(items), pick(items)]
    return {
      appeal: {
        channel: pick(channels),
        kind: pick(appealKinds),
        title: `${village.shortName}${a.title}`.slice(0, 60),
        text: `${a.text.slice(0, 90)}${b.text.slice(40, 110)}`,
        citizen: { name: '李明', phone: `199${String(10_000_000 + index)}` },
        category: a.category,
        divisionCode: village.code,
      },
    }
  }
}
