/** Rows the screens draw. They carry instants (never colours that age) and no personal data; `allowed` is filled per audience. */
import { z } from 'zod'
import { clockSchema } from './clock.ts'
import { commandTypeSchema } from './command.ts'
import { instantSchema } from './instant.ts'
import {
  alertAxisSchema,
  alertColourSchema,
  appealKindSchema,
  caseStateSchema,
  channelSchema,
  queueNames,
  queueNameSchema,
  urgencySchema,
} from './vocabulary.ts'

const boardNames = ['cases', 'alerts', 'supervisions', 'meetings', 'links', 'areas', 'numbers'] as const
export const boardNameSchema = z.enum(boardNames)
export type BoardName = z.infer<typeof boardNameSchema>

export const rowClockSchema = z.object({
  kind: clockSchema.shape.kind,
  dueAt: instantSchema,
  /** When it turns blue and yellow. */
  warnAt: instantSchema,
  yellowAt: instantSchema,
  provisional: z.boolean(),
})
export type RowClock = z.infer<typeof rowClockSchema>

export const rowAlertSchema = z.object({
  colour: alertColourSchema,
  axis: alertAxisSchema,
  state: z.enum(['unacknowledged', 'acknowledged']),
  since: instantSchema,
})
export type RowAlert = z.infer<typeof rowAlertSchema>

export const unitNameSchema = z.object({ code: z.string(), name: z.string() })

export const caseRowSchema = z.object({
  id: z.string(),
  caseCode: z.string(),
  version: z.int(),
  state: caseStateSchema,
  kind: appealKindSchema,
  channel: channelSchema,
  urgency: urgencySchema.nullable(),
  /** Masked. */
  title: z.string(),
  divisionCode: z.string(),
  /** `桃花江镇 · 花园洲社区` */
  place: z.string(),
  category: z.string().nullable(),
  leadUnit: unitNameSchema.nullable(),
  assistCount: z.int(),
  holder: z.string(),
  registeredAt: instantSchema,
  /** Running clocks, the one that falls due first in front. */
  clocks: z.array(rowClockSchema),
  alert: rowAlertSchema.nullable(),
  queues: z.array(queueNameSchema),
  redoCount: z.int(),
  returnCount: z.int(),
  allowed: z.array(commandTypeSchema),
})
export type CaseRow = z.infer<typeof caseRowSchema>

/** One alert on a wall or a lane: place at township level and the matter's class, no words of the resident. */
export const alertRowSchema = z.object({
  id: z.string(),
  caseCode: z.string(),
  colour: alertColourSchema,
  axis: alertAxisSchema,
  state: z.enum(['unacknowledged', 'acknowledged']),
  since: instantSchema,
  /** Division code of the township (of the county where no township is known). */
  township: z.string(),
  place: z.string(),
  matter: z.string(),
  kind: appealKindSchema,
  unit: z.string().nullable(),
  /** The act that is expected next: "no act, no alert". */
  nextAct: commandTypeSchema,
  clock: rowClockSchema.nullable(),
  registeredAt: instantSchema,
})
export type AlertRow = z.infer<typeof alertRowSchema>

/** Open cases of one division, for the map and its list. */
export const areaRowSchema = z.object({
  id: z.string(),
  name: z.string(),
  open: z.int(),
  overdue: z.int(),
  red: z.int(),
  yellow: z.int(),
  blue: z.int(),
  /** Open cases per 10,000 residents by the shares of `population.json`; null where no share is known. */
  perTenThousand: z.number().nullable(),
})
export type AreaRow = z.infer<typeof areaRowSchema>

const queueCount = z.object({ total: z.int(), red: z.int(), yellow: z.int(), blue: z.int() })
export type QueueCount = z.infer<typeof queueCount>

/** Counts per queue of one scope (a division or a unit). */
export const queueNumbersSchema = z.object({
  id: z.literal('queues'),
  scope: z.string(),
  queues: z.record(z.enum(queueNames), queueCount),
  alerts: z.object({ red: z.int(), yellow: z.int(), blue: z.int(), redUnacknowledged: z.int() }),
})
/** Today's flow of one scope, from midnight in Shanghai. */
export const flowNumbersSchema = z.object({
  id: z.literal('today'),
  scope: z.string(),
  day: z.string(),
  registered: z.int(),
  /** Yesterday up to the last full hour, which `hour` names; null when the hub counted nothing yesterday. */
  registeredYesterday: z.int().nullable(),
  hour: z.int(),
  dispatched: z.int(),
  acknowledged: z.int(),
  concluded: z.int(),
  closed: z.int(),
  expired: z.int(),
})
const rate = z.object({ numerator: z.int(), denominator: z.int() })
/** The three rates of the month so far: response, resolution, satisfaction (rules.md 5.1). */
export const rateNumbersSchema = z.object({
  id: z.literal('rates'),
  scope: z.string(),
  from: z.string(),
  to: z.string(),
  response: rate,
  resolution: rate,
  satisfaction: rate,
})
export const numbersRowSchema = z.discriminatedUnion('id', [queueNumbersSchema, flowNumbersSchema, rateNumbersSchema])
export type NumbersRow = z.infer<typeof numbersRowSchema>
export type QueueNumbers = z.infer<typeof queueNumbersSchema>
export type FlowNumbers = z.infer<typeof flowNumbersSchema>
export type RateNumbers = z.infer<typeof rateNumbersSchema>

export interface RowOf {
  cases: CaseRow
  alerts: AlertRow
  supervisions: never
  meetings: never
  links: never
  areas: AreaRow
  numbers: NumbersRow
}
export const rowSchemas = {
  cases: caseRowSchema,
  alerts: alertRowSchema,
  areas: areaRowSchema,
  numbers: numbersRowSchema,
} as const
