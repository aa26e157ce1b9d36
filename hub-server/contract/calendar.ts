import { z } from 'zod'
import { civilDateSchema, dayOfDate, weekdayOf } from './civil-date.ts'

const nameSchema = z.string().trim().min(1, 'must not be empty')

const holidaySchema = z.strictObject({
  date: civilDateSchema,
  name: nameSchema,
  /** A holiday by law (全国年节及纪念日放假办法), not a day swapped in to make the rest longer. */
  statutory: z.boolean().optional(),
})

const makeUpWorkdaySchema = z.strictObject({ date: civilDateSchema, name: nameSchema })

/** A holiday the law fixes to the same date each year: known before any notice, used past the covered range. */
const fixedHolidaySchema = z.strictObject({
  monthDay: z.string().refine((text) => !Number.isNaN(dayOfDate(`2024-${text}`)), {
    error: 'must be a month and day written like 10-01',
  }),
  name: nameSchema,
})

/** The dates of a calendar that may be broken elsewhere, so that a missing field does not hide a wrong day. */
const dateThatCanBeRead = z.string().catch('')
const daysThatCanBeRead = z.array(z.object({ date: dateThatCanBeRead }).catch({ date: '' })).catch([])
const whatCanBeRead = z.object({
  coveredFrom: dateThatCanBeRead,
  coveredUntil: dateThatCanBeRead,
  holidays: daysThatCanBeRead,
  makeUpWorkdays: daysThatCanBeRead,
})

interface Mistake {
  readonly path: (string | number)[]
  readonly message: string
}

/**
 * The working calendar: which days are rest days by notice and which weekend days are worked instead (调休).
 * Checked whole; each mistake is named by its place. Nothing is known after `coveredUntil`: due times past it are provisional.
 */
export const workCalendarSchema = z
  .strictObject({
    version: z.string().min(1, 'must not be empty'),
    source: z.string().min(1, 'must not be empty'),
    coveredFrom: civilDateSchema,
    coveredUntil: civilDateSchema,
    fixedHolidays: z.array(fixedHolidaySchema).default([]),
    holidays: z.array(holidaySchema),
    makeUpWorkdays: z.array(makeUpWorkdaySchema),
  })
  .superRefine(
    (calendar, context) => {
      for (const mistake of mistakesOf(whatCanBeRead.parse(calendar))) context.addIssue({ code: 'custom', ...mistake })
    },
    { when: ({ value }) => typeof value === 'object' && value !== null && !Array.isArray(value) },
  )

export type WorkCalendar = z.infer<typeof workCalendarSchema>

type DatedDays = z.infer<typeof whatCanBeRead>

function mistakesOf(calendar: DatedDays): Mistake[] {
  const mistakes: Mistake[] = []
  const { coveredFrom, coveredUntil } = calendar
  if (isDate(coveredFrom) && isDate(coveredUntil) && coveredUntil < coveredFrom) {
    mistakes.push({ path: ['coveredUntil'], message: `is before coveredFrom ${coveredFrom}` })
  }
  mistakes.push(...mistakesOfList(calendar, 'holidays'), ...mistakesOfList(calendar, 'makeUpWorkdays'))
  const holidays = new Set(calendar.holidays.map(({ date }) => date).filter(isDate))
  for (const [index, { date }] of calendar.makeUpWorkdays.entries()) {
    const path = ['makeUpWorkdays', index, 'date']
    if (holidays.has(date)) mistakes.push({ path, message: `${date} is also a holiday` })
    const weekday = weekdayOf(dayOfDate(date))
    if (weekday >= 1 && weekday <= 5) mistakes.push({ path, message: `${date} is not a Saturday or Sunday` })
  }
  return mistakes
}

function mistakesOfList(calendar: DatedDays, list: 'holidays' | 'makeUpWorkdays'): Mistake[] {
  const mistakes: Mistake[] = []
  let before = ''
  for (const [index, { date }] of calendar[list].entries()) {
    if (!isDate(date)) continue
    const path = [list, index, 'date']
    if (date === before) mistakes.push({ path, message: `${date} is listed twice` })
    else if (date < before) mistakes.push({ path, message: `${date} stands after ${before}: dates must be in order` })
    if (date < calendar.coveredFrom || (isDate(calendar.coveredUntil) && date > calendar.coveredUntil)) {
      mistakes.push({ path, message: `${date} lies outside the covered range` })
    }
    if (date > before) before = date
  }
  return mistakes
}

function isDate(text: string): boolean {
  return !Number.isNaN(dayOfDate(text))
}
