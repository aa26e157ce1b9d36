/** How long an office takes: in the history by its hours, in the live office by the patience of whoever looks on. */
import type { CommandType } from '../contract/command.ts'
import { HOUR_MS, msOf } from '../contract/instant.ts'
import { runningClocks } from '../domain/case-clock.ts'
import { assignmentOf, type CaseFile } from '../domain/case-file.ts'
import type { CalendarIndex } from '../domain/work-calendar.ts'
import type { Chance } from './chance.ts'
import { urgencyOf, type Course } from './course.ts'
import { callingTimeFrom, MINUTE_MS, officeTimeAfter } from './rhythm.ts'

export interface Pacing {
  readonly chance: Chance
  readonly calendar: CalendarIndex
}

type Range = readonly [leastMinutes: number, mostMinutes: number]

/** Pauses of units and officers who are on duty round the clock, in minutes. */
const hurried: Partial<Record<CommandType, { readonly critical: Range; readonly other: Range }>> = {
  acknowledge: { critical: [2, 10], other: [5, 40] },
  requestReturn: { critical: [2, 10], other: [10, 60] },
  decideReturn: { critical: [3, 10], other: [10, 60] },
  contact: { critical: [2, 12], other: [5, 45] },
  note: { critical: [5, 20], other: [20, 90] },
  submit: { critical: [20, 70], other: [60, 240] },
  review: { critical: [3, 18], other: [15, 120] },
}

/** Office time of ordinary orders, in minutes. */
const ordinary: Partial<Record<CommandType, Range>> = {
  acknowledge: [10, 290],
  requestReturn: [20, 240],
  decideReturn: [15, 240],
  contact: [5, 110],
  note: [60, 400],
  review: [15, 270],
}

/** Which part of the time it has a unit takes before it answers. */
const shareOfTime = { consult: [0.05, 0.6], complex: [0.3, 0.85], other: [0.12, 0.78] } as const

/** When the office gets to an act, by the calendar and the clocks of the case. */
export function momentOf(act: CommandType, file: CaseFile, course: Course, nowMs: number, pacing: Pacing): number {
  const isCritical = urgencyOf(file, course) === 'critical'
  const asking: Asking = {
    ...pacing,
    file,
    course,
    nowMs,
    isCritical,
    hurries: isCritical || urgencyOf(file, course) === 'urgent' || course.halt?.hurried === true,
    minutes: ([least, most]) => pacing.chance.between(least, most) * MINUTE_MS,
  }
  return (ownMoments[act] ?? ((asked) => usualMoment(act, asked)))(asking)
}

interface Asking extends Pacing {
  readonly file: CaseFile
  readonly course: Course
  readonly nowMs: number
  readonly isCritical: boolean
  /** The units on it are on duty round the clock. */
  readonly hurries: boolean
  readonly minutes: (range: Range) => number
}

const firstLook = ({ nowMs, minutes, isCritical, hurries }: Asking) =>
  nowMs + minutes(isCritical ? [0.5, 3] : hurries ? [1, 8] : [3, 40])

/** Acts with a time of their own: the centre is open day and night, residents are called when one may call. */
const ownMoments: Partial<Record<CommandType, (asking: Asking) => number>> = {
  accept: firstLook,
  decline: firstLook,
  dispatch: ({ nowMs, minutes, isCritical, hurries, chance }) =>
    hurries ? nowMs + minutes(isCritical ? [0.5, 4] : [2, 12]) : callingTimeFrom(chance, nowMs + minutes([4, 55])),
  submit: submitMoment,
  rate: ({ nowMs, minutes, chance }) => callingTimeFrom(chance, nowMs + minutes([30, 20 * 60])),
  followUp: ({ nowMs, minutes, hurries, file, chance }) => {
    const pause: Range = file.followUpTries > 0 ? [120, 300] : hurries ? [30, 300] : [180, 1400]
    return callingTimeFrom(chance, nowMs + minutes(pause))
  },
  close: ({ nowMs, minutes }) => nowMs + minutes([2, 40]),
  redo: ({ nowMs, minutes }) => nowMs + minutes([10, 120]),
}

function usualMoment(act: CommandType, { nowMs, minutes, isCritical, hurries, calendar }: Asking): number {
  const quick = hurries ? hurried[act] : undefined
  if (quick !== undefined) return nowMs + minutes(isCritical ? quick.critical : quick.other)
  return officeTimeAfter(calendar, nowMs, minutes(ordinary[act] ?? [10, 60]))
}

function submitMoment({ file, course, nowMs, chance, calendar, hurries }: Asking): number {
  const urgency = urgencyOf(file, course)
  const dueAt = runningClocks(file.clocks).find(({ kind }) => kind === 'handle')?.dueAt
  const dueMs = dueAt === undefined ? nowMs : msOf(dueAt)
  const isLate = course.late && file.redoCount === 0
  if (isLate || dueMs <= nowMs) {
    const fromMs = Math.max(dueMs, nowMs)
    if (hurries) return fromMs + chance.between(0.5, 8) * HOUR_MS
    return officeTimeAfter(calendar, fromMs, chance.between(1, 14) * HOUR_MS)
  }
  if (course.halt?.hurried === true) return nowMs + chance.between(1, 4) * HOUR_MS
  const [least, most] =
    urgency === 'complex'
      ? shareOfTime.complex
      : file.facts.kind === 'consult'
        ? shareOfTime.consult
        : shareOfTime.other
  const wanted = nowMs + (dueMs - nowMs) * chance.between(least, most)
  const moment = hurries ? wanted : officeTimeAfter(calendar, wanted, chance.between(0, 1) * HOUR_MS)
  return moment < dueMs ? moment : Math.max(nowMs + MINUTE_MS, dueMs - chance.between(6, 50) * MINUTE_MS)
}

/** Pauses of the live office for matters that move while one looks on, in minutes. */
const live: Partial<Record<CommandType, Range>> = {
  accept: [0.4, 1.5],
  decline: [0.5, 2],
  dispatch: [0.3, 1.5],
  acknowledge: [0.4, 2.5],
  requestReturn: [0.5, 2],
  decideReturn: [0.5, 3],
  contact: [0.5, 3],
  note: [0.5, 3],
  submit: [2, 12],
  review: [0.5, 4],
  followUp: [1, 8],
  rate: [1, 10],
  close: [0.3, 3],
  redo: [0.5, 3],
  acknowledgeAlert: [3, 14],
}

export function livePauseMs(chance: Chance, act: CommandType): number {
  const [least, most] = live[act] ?? [1, 5]
  return chance.between(least, most) * MINUTE_MS
}

/** Whether a unit has the matter and may be urged. */
export function isWithUnit(file: CaseFile): boolean {
  return assignmentOf(file) !== undefined && ['pendingAck', 'handling', 'redo'].includes(file.stage.state)
}
