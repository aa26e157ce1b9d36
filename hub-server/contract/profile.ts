import { z } from 'zod'
import { lengthSchema } from './clock.ts'
import { alertColourSchema, appealKindSchema, satisfactionSchema, urgencySchema } from './vocabulary.ts'

/**
 * Every number of policy, with where it was borrowed (keys of rules.md section 9) and how sure that is:
 * A law read in full, B official page, C secondary page, D choice of this product.
 */
function policy<S extends z.ZodType>(value: S) {
  return z.strictObject({
    value,
    source: z.string().trim().min(1, 'must name where the value comes from'),
    grade: z.enum(['A', 'B', 'C', 'D']),
  })
}

function perUrgency<S extends z.ZodType>(value: S) {
  const cell = policy(value)
  return z.strictObject({ critical: cell, urgent: cell, normal: cell, complex: cell })
}

function someUrgencies<S extends z.ZodType>(value: S) {
  return perUrgency(value).partial()
}

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d:[0-5]\d$/, 'must be a time of the day like 18:00:00')

/** What is left of a clock: `50%` of its length, `2wd` working days or `7d` days before the due day (`0wd`: the due day itself). */
const leftSchema = z.string().refine((text) => isLeft(text), {
  error: 'must be what is left: a share like 50%, or days before the due day like 2wd or 7d',
})
export type Left = `${number}%` | `${number}wd` | `${number}d`

const colourRuleSchema = z.strictObject({ blueLeft: leftSchema, yellowLeft: leftSchema })
export type ColourRule = z.infer<typeof colourRuleSchema>

const dayColourRulesSchema = z
  .array(z.strictObject({ fromDays: z.int().min(1), ...colourRuleSchema.shape }))
  .min(1)
  .superRefine((rules, context) => {
    for (const [index, { fromDays }] of rules.entries()) {
      const before = rules[index - 1]?.fromDays
      if (before === undefined ? fromDays !== 1 : fromDays <= before) {
        const message = before === undefined ? 'the first row must begin at 1' : `must be more than ${before}`
        context.addIssue({ code: 'custom', path: [index, 'fromDays'], message })
      }
    }
  })

const stagesSchema = z.strictObject({
  triage: perUrgency(lengthSchema),
  acknowledge: perUrgency(lengthSchema),
  contact: perUrgency(lengthSchema),
  handle: perUrgency(lengthSchema),
  review: perUrgency(lengthSchema),
  followUp: perUrgency(lengthSchema),
  /** From registration; never reset by transfer, return or escalation. */
  total: perUrgency(lengthSchema),
  /** How long after dispatch the unit may ask to give the order back; `none`: it must act first. */
  returnRequest: perUrgency(z.union([lengthSchema, z.literal('none')])),
  /** The longest extension: `none`, `original` (as long as the first limit), or a length. */
  extension: perUrgency(z.union([lengthSchema, z.literal(['none', 'original'])])),
  /** The handle limit of a redo; `half` of the first limit, rounded up, not under `redo.minimumDays`. */
  redo: perUrgency(z.union([lengthSchema, z.literal('half')])),
  /** How long a village may keep a work log; `atOnce`: it must be raised to an order. */
  workLog: perUrgency(z.union([lengthSchema, z.literal('atOnce')])),
})

const byKindSchema = z.strictObject({
  handle: someUrgencies(lengthSchema).optional(),
  total: someUrgencies(lengthSchema).optional(),
})

const coloursSchema = z.strictObject({
  /** Clocks in minutes, hours, and `sameWorkday`. */
  hourClocks: policy(colourRuleSchema),
  /** Clocks in days: the last row whose `fromDays` is not more than the length. Months and years count 30 and 365. */
  dayClocks: policy(dayColourRulesSchema),
  /** The colour of a clock past its due time. */
  pastDue: policy(
    z.strictObject({
      triage: alertColourSchema,
      acknowledge: alertColourSchema,
      contact: alertColourSchema,
      handle: alertColourSchema,
      review: alertColourSchema,
      followUp: alertColourSchema,
      total: alertColourSchema,
    }),
  ),
  /** The colour by the number of redos, the first redo first; more redos keep the last colour. */
  redo: policy(z.array(alertColourSchema).min(1)),
  /** A yellow that nobody handled for so long turns red. */
  yellowHandledWithin: policy(lengthSchema),
  /** The village stage: blue from here on, yellow past its limit, red past so many times its limit. */
  workLog: policy(z.strictObject({ blueLeft: leftSchema, redAfterLimits: z.int().min(1) })),
})

/** All policy of a centre, versioned as one document. A mistake in it is named with its path; all are named at once. */
export const ruleProfileSchema = z.strictObject({
  version: z.string().min(1, 'must not be empty'),
  name: z.string().min(1, 'must not be empty'),
  note: z.string().min(1, 'must not be empty'),
  /** Close of business: working-day terms end then. */
  dayEndsAt: policy(timeOfDaySchema),
  /** Natural-day terms end then. */
  naturalDayEndsAt: policy(timeOfDaySchema),
  /** The urgency of an order until the duty officer sets one. */
  defaultUrgency: policy(urgencySchema),
  stages: stagesSchema,
  /** Cells that differ for a kind of appeal. */
  byKind: z.partialRecord(appealKindSchema, byKindSchema),
  extensionTimes: policy(z.int().min(0)),
  redo: z.strictObject({ minimumDays: policy(z.int().min(1)) }),
  review: z.strictObject({
    /** A duty officer may approve conclusions of these kinds of appeal and, of those, these urgencies. */
    dutyOfficerMay: policy(z.strictObject({ kinds: z.array(appealKindSchema), urgencies: z.array(urgencySchema) })),
  }),
  followUp: z.strictObject({
    needed: policy(z.boolean()),
    /** After so many tries without contact the order may close, rated `none`. */
    tries: policy(z.int().min(1)),
    countsAsSatisfied: policy(z.array(satisfactionSchema).min(1)),
  }),
  colours: coloursSchema,
  alerts: z.strictObject({
    redAcknowledgeWithin: policy(lengthSchema),
    redRepeatEvery: policy(lengthSchema),
  }),
})

export type RuleProfile = z.infer<typeof ruleProfileSchema>

function isLeft(text: string): text is Left {
  return /^(100|[1-9]?\d)%$/.test(text) || /^\d{1,2}(wd|d)$/.test(text)
}
