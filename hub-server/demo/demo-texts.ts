/** The words of the demonstration: appeals, people, and what an office writes. All of it invented for this project. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { categoryPathSchema, departmentSchema, tierSchema } from '../contract/reference.ts'
import {
  appealKindSchema,
  channelSchema,
  declineReasonSchema,
  urgencySchema,
  type AppealKind,
} from '../contract/vocabulary.ts'

const words = z.array(z.string().min(1)).min(1)

/** An appeal as a resident would write it; `{village}`, `{township}`, `{county}`, `{name}` and `{phone}` are filled in. */
const appealTemplateSchema = z.object({
  kind: appealKindSchema,
  channel: channelSchema,
  urgency: urgencySchema,
  category: categoryPathSchema,
  title: z.string().min(1),
  text: z.string().min(1),
  /** Who would lead it, and where that unit stands. */
  department: departmentSchema,
  tier: tierSchema,
  place: z.object({
    setting: z.enum(['town', 'village', 'any']),
    /** Beginnings of division codes: only there it makes sense. */
    divisions: words.optional(),
  }),
  replies: words,
  notes: words.optional(),
})
export type AppealTemplate = z.infer<typeof appealTemplateSchema>

const peopleSchema = z.object({ surnames: words, givenNames: words, phonePrefixes: words })

const officeWordsSchema = z.object({
  repeats: words,
  repeatTexts: words,
  instructions: words,
  contactNotes: words,
  contactFailures: words,
  notes: words,
  replies: z.record(appealKindSchema, words),
  redoReplies: words,
  returnReasons: z.array(z.object({ reason: z.string(), basis: z.string() })).min(1),
  returnRefusals: words,
  returnApprovals: words,
  reviewRefusals: words,
  reviewApprovals: words,
  followUpNotes: z.object({ satisfied: words, basic: words, dissatisfied: words, none: words }),
  ratingTexts: z.object({ satisfied: words, basic: words, dissatisfied: words }),
  declines: z.array(z.object({ reason: declineReasonSchema, explanation: z.string(), rightWay: z.string() })).min(1),
  urges: words,
  redoReasons: words,
})
export type OfficeWords = z.infer<typeof officeWordsSchema>

export interface DemoTexts {
  readonly appealsOf: ReadonlyMap<AppealKind, readonly AppealTemplate[]>
  /** The template of a case's title, also when it is a repeat. */
  readonly templateOf: (title: string) => AppealTemplate | undefined
  readonly people: z.infer<typeof peopleSchema>
  readonly office: OfficeWords
}

const demoTextsFolder = join(import.meta.dirname, '../../resources/demo')

/** Reads the three documents. Throws with the file's name and what is wrong in it. */
export function loadDemoTexts(folder = demoTextsFolder): DemoTexts {
  const { items } = readDocument(folder, 'appeals.json', z.object({ items: z.array(appealTemplateSchema).min(1) }))
  const office = readDocument(folder, 'office-words.json', officeWordsSchema)
  const byTitle = new Map(items.map((item) => [item.title, item]))
  const repeats = office.repeats.map((form) => form.split('{title}'))
  return {
    appealsOf: Map.groupBy(items, (item) => item.kind),
    templateOf: (title) => {
      const known = byTitle.get(title)
      if (known !== undefined) return known
      const form = repeats.find(([before = '', after = '']) => title.startsWith(before) && title.endsWith(after))
      return form && byTitle.get(title.slice(form[0]?.length ?? 0, title.length - (form[1]?.length ?? 0)))
    },
    people: readDocument(folder, 'people.json', peopleSchema),
    office,
  }
}

function readDocument<S extends z.ZodType>(folder: string, name: string, schema: S): z.infer<S> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
  if (parsed.success) return parsed.data
  throw new Error(`${name}: ${z.prettifyError(parsed.error)}`)
}
