/** Taking an appeal in: the body of `POST /appeals`, of a line of an import file, and its answer. */
import { z } from 'zod'
import { locationSchema } from './event.ts'
import { instantSchema } from './instant.ts'
import { categoryPathSchema, divisionCodeSchema, gridCodeSchema } from './reference.ts'
import { appealKindSchema, caseStateSchema, channelSchema } from './vocabulary.ts'

export const citizenSchema = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  phone: z
    .string()
    .trim()
    .regex(/^[+\d][\d\s-]{4,24}$/, 'a phone number')
    .optional(),
})

const appealFields = {
  channel: channelSchema,
  kind: appealKindSchema,
  title: z.string().trim().min(1).max(200),
  text: z.string().trim().min(1).max(20_000),
  citizen: citizenSchema.default({}),
  occurredAt: instantSchema.optional(),
  /** A path in the category taxonomy, `城乡建设/村镇建设`. */
  category: categoryPathSchema.optional(),
  externalId: z.string().min(1).max(200).optional(),
  attachments: z.array(z.uuid()).max(100).optional(),
}

/** One of `divisionCode`, `gridCode` or `location` says where. */
export const appealSchema = z
  .strictObject({
    ...appealFields,
    divisionCode: divisionCodeSchema.optional(),
    gridCode: gridCodeSchema.optional(),
    location: locationSchema.optional(),
  })
  .refine((appeal) => appeal.divisionCode ?? appeal.gridCode ?? appeal.location, {
    path: ['divisionCode'],
    message: 'one of divisionCode, gridCode or location is needed',
    // Told beside the other mistakes, not after they are mended.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
export type Appeal = z.infer<typeof appealSchema>

export const appealAnswerSchema = z.object({
  id: z.string(),
  caseCode: z.string(),
  /** Unguessable: whoever holds it follows this one matter. */
  trackingCode: z.string(),
  divisionCode: z.string(),
  state: caseStateSchema,
  /** Code of an open case that is likely the same matter. */
  duplicateOf: z.string().optional(),
})
export type AppealAnswer = z.infer<typeof appealAnswerSchema>

/** How a file or a batch ended: one entry a bad line, lines counted from 1. */
export const importResultSchema = z.object({
  accepted: z.int(),
  duplicates: z.int(),
  rejected: z.array(z.object({ line: z.int(), code: z.string(), detail: z.string() })),
})
export type ImportResult = z.infer<typeof importResultSchema>
