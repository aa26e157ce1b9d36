/** The days between the start and the due day of a clock, as the ruler draws them. It reads the calendar and decides nothing. */
import type { WorkCalendar } from '../../../hub-server/contract/calendar.ts'
import { civilOf, dateOfDay, weekdayOf } from '../../../hub-server/contract/civil-date.ts'
import { lengthParts, type Length } from '../../../hub-server/contract/clock.ts'
import { dayNumberAt, msOf, type Instant } from '../../../hub-server/contract/instant.ts'

export type DayCellKind = 'start' | 'counted' | 'rest'

export interface DayCell {
  readonly kind: DayCellKind
  /** First day of the cell, as a day number. */
  readonly day: number
  /** More than one only where a block of rest days was shrunk. */
  readonly days: number
  /** Its place in the count; null for the start and for rest days. */
  readonly number: number | null
  /** The holiday that makes it a rest day, or that a make-up day pays for. */
  readonly name: string | null
  readonly makeUp: boolean
  /** How much of it is over, 0–1. */
  readonly used: number
  readonly today: boolean
  readonly due: boolean
  /** No notice covers the day yet. */
  readonly uncovered: boolean
}

export interface RulerClock {
  readonly startedAt: Instant
  readonly dueAt: Instant
  readonly length: Length
}

/** More cells than this do not stand beside the countdown: rest blocks are then shrunk to one cell. */
const mostCells = 20
/** A ruler longer than this would be no picture any more. */
const mostDays = 120

/** `null` for clocks in hours and minutes and for spans too long to draw: they are drawn as a line. */
export function dayRulerCells(clock: RulerClock, calendar: WorkCalendar, nowMs: number): readonly DayCell[] | null {
  const { unit, count } = lengthParts(clock.length)
  if (unit === 'h' || unit === 'min' || unit === 'sameWorkday') return null
  const first = dayNumberAt(msOf(clock.startedAt))
  const last = dayNumberAt(msOf(clock.dueAt))
  if (last <= first || last - first > mostDays) return null
  const today = dayNumberAt(nowMs)
  const kinds = kindsOf(calendar)
  const cells: DayCell[] = []
  let number = 0
  for (let day = first; day <= last; day += 1) {
    const { rest, name, makeUp, uncovered } = kinds(day)
    // Natural days count rest days too; what follows after the last of them is the move past a rest day.
    const counts = day !== first && (unit === 'wd' ? !rest : unit !== 'd' || number < count)
    if (counts) number += 1
    cells.push({
      kind: day === first ? 'start' : counts || !rest ? 'counted' : 'rest',
      day,
      days: 1,
      number: counts ? number : null,
      name: rest || makeUp ? name : null,
      makeUp,
      used: day < today ? 1 : day > today ? 0 : shareOfDay(nowMs, day),
      today: day === today,
      due: day === last,
      uncovered,
    })
  }
  return cells.length > mostCells ? shrunk(cells) : cells
}

interface Day {
  readonly rest: boolean
  readonly name: string | null
  readonly makeUp: boolean
  readonly uncovered: boolean
}

function kindsOf(calendar: WorkCalendar): (day: number) => Day {
  const holidays = new Map(calendar.holidays.map(({ date, name }) => [date, name]))
  const makeUps = new Map(calendar.makeUpWorkdays.map(({ date, name }) => [date, name]))
  const fixed = new Map(calendar.fixedHolidays.map(({ monthDay, name }) => [monthDay, name]))
  return (day) => {
    const date = dateOfDay(day)
    const uncovered = date < calendar.coveredFrom || date > calendar.coveredUntil
    const holiday = holidays.get(date) ?? (uncovered ? fixed.get(date.slice(5)) : undefined)
    const makeUp = makeUps.get(date)
    const weekday = weekdayOf(day)
    return {
      rest: makeUp === undefined && (holiday !== undefined || weekday === 0 || weekday === 6),
      name: makeUp ?? holiday ?? null,
      makeUp: makeUp !== undefined,
      uncovered,
    }
  }
}

function shareOfDay(nowMs: number, day: number): number {
  return (nowMs + 8 * 3_600_000 - day * 86_400_000) / 86_400_000
}

function shrunk(cells: readonly DayCell[]): DayCell[] {
  const out: DayCell[] = []
  for (const cell of cells) {
    const before = out.at(-1)
    const joins = before?.kind === 'rest' && cell.kind === 'rest' && !cell.due
    if (!joins) out.push(cell)
    else {
      out[out.length - 1] = {
        ...before,
        days: before.days + 1,
        name: before.name ?? cell.name,
        used: (before.used * before.days + cell.used) / (before.days + 1),
        today: before.today || cell.today,
      }
    }
  }
  return out
}

/** Holidays and make-up days that bent a count, each named once, in order. */
export function bendsOf(cells: readonly DayCell[]): readonly { readonly name: string; readonly makeUp: boolean }[] {
  const bends = new Map<string, boolean>()
  for (const { name, makeUp, kind } of cells) {
    if (name === null || kind === 'start') continue
    bends.set(name, (bends.get(name) ?? false) || makeUp)
  }
  return [...bends].map(([name, makeUp]) => ({ name, makeUp }))
}

/** The day of the month, as the ruler writes it below a cell. */
export function dayOfMonth(day: number): number {
  return civilOf(day).day
}
