import { z } from 'zod'
import { dayOfDate } from './civil-date.ts'
import { instantSchema } from './instant.ts'

/**
 * Units of a length: working days, natural days, hours and minutes (day and night), calendar months and years.
 * Working and natural days must never be mixed: one text of law uses both (信访工作条例 第二十三条).
 */
export type LengthUnit = 'wd' | 'd' | 'h' | 'min' | 'mo' | 'y'

/** How long somebody has: `5wd`, `15d`, `24h`, `10min`, `1mo`, `1y`, or `sameWorkday` (by the close of this working day). */
export type Length = `${number}${LengthUnit}` | 'sameWorkday'

/** A length taken apart. */
export interface LengthParts {
  readonly count: number
  readonly unit: LengthUnit | 'sameWorkday'
}

const LENGTH = /^([1-9]\d{0,4})(wd|d|h|min|mo|y)$/

/** The longest length of each unit: about ten years, so that no due time leaves four-digit years. */
const LONGEST: Readonly<Record<LengthUnit, number>> = { wd: 2500, d: 3650, h: 87_600, min: 99_999, mo: 120, y: 10 }

const UNITS: Readonly<Record<string, LengthUnit>> = { wd: 'wd', d: 'd', h: 'h', min: 'min', mo: 'mo', y: 'y' }

/** Whether a text is a length within the longest of its unit. */
function isLength(text: string): text is Length {
  if (text === 'sameWorkday') return true
  const parts = LENGTH.exec(text)
  const unit = UNITS[parts?.[2] ?? '']
  return unit !== undefined && Number(parts?.[1]) <= LONGEST[unit]
}

/** A length that came through `lengthSchema`, taken apart. */
export function lengthParts(length: Length): LengthParts {
  const unit = UNITS[length.replace(/^\d+/, '')]
  return unit === undefined ? { count: 0, unit: 'sameWorkday' } : { count: Number.parseInt(length, 10), unit }
}

export const lengthSchema = z
  .string()
  .refine(isLength, {
    error:
      'must be a length like 5wd (working days), 15d (days), 24h, 30min, 1mo, 1y or sameWorkday, at most ten years',
  })
  .meta({ examples: ['5wd', '15d', '24h'] })

/** What runs: one clock of each kind per assignment, and `total` once for the whole order (rules.md 3.4.2). */
export const clockKinds = ['triage', 'acknowledge', 'contact', 'handle', 'review', 'followUp', 'total'] as const
export const clockKindSchema = z.enum(clockKinds)
export type ClockKind = z.infer<typeof clockKindSchema>

/** What a due time stands on: the promise, whether it may still move, the table it was counted by, and the count in words. */
export const dueSchema = z.strictObject({
  dueAt: instantSchema,
  provisional: z.boolean(),
  calendarVersion: z.string(),
  proof: z.array(z.string()),
})
export type Due = z.infer<typeof dueSchema>

/** A running promise, frozen when it starts: a later change of profile or calendar does not touch it. */
export const clockSchema = z.strictObject({
  kind: clockKindSchema,
  length: lengthSchema,
  startedAt: instantSchema,
  blueAt: instantSchema,
  yellowAt: instantSchema,
  dueAt: instantSchema,
  /** True while the due time rests on days no State Council notice covers yet. */
  provisional: z.boolean(),
  /** The cell of the profile, like `handle.normal` or `handle.normal.consult`. */
  ruleId: z.string(),
  /** Where the length was taken from, with its grade: `L4 art.24 (A)`. */
  source: z.string(),
  profileVersion: z.string(),
  calendarVersion: z.string(),
  /** The count in Chinese, line by line: start, rest days passed over, make-up days counted, due. */
  proof: z.array(z.string()),
})
export type Clock = z.infer<typeof clockSchema>

/** The question of `due`: a bare date as start means its first moment in China. */
export const dueQuestionSchema = z.strictObject({
  start: z.preprocess(
    (start) => (typeof start === 'string' && !Number.isNaN(dayOfDate(start)) ? `${start}T00:00:00+08:00` : start),
    instantSchema,
  ),
  length: lengthSchema,
})
export type DueQuestion = z.infer<typeof dueQuestionSchema>
