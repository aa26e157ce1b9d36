/**
 * The order of a queue, and what keeps it still. Rows are placed once, by what falls due next, and stay where they are while one reads:
 * new rows and rows whose order changed wait until they are asked for. Only a row that has left goes at once.
 */
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { instantOf } from '../../../hub-server/contract/instant.ts'
import { standsIn, type DeskQueue } from '../../hub/desk-queue.ts'

export const sectionNames = ['red', 'today', 'tomorrow', 'week', 'later', 'none'] as const
export type SectionName = (typeof sectionNames)[number]

export interface Placed {
  readonly id: string
  readonly section: SectionName
  /** What it was placed by: smaller stands first. */
  readonly order: string
}

export interface ListState {
  readonly queue: DeskQueue
  readonly days: Days
  /** What the rows were read from; the same map was seen already. */
  readonly source: ReadonlyMap<string, CaseRow>
  /** All rows of the queue. */
  readonly rows: ReadonlyMap<string, CaseRow>
  readonly placed: readonly Placed[]
  /** In the queue and not placed yet. */
  readonly arrived: number
  /** Placed by what no longer holds. */
  readonly moved: ReadonlySet<string>
}

/** The bounds of the sections, as instants at midnight in Shanghai. */
export interface Days {
  readonly tomorrow: string
  readonly afterTomorrow: string
  readonly nextWeek: string
}

const nothing: ReadonlySet<string> = new Set()
const dayMs = 24 * 3_600_000
const shanghaiMs = 8 * 3_600_000

/** `now` in ms. The same bounds all day; a week ends with Sunday. */
export function daysOf(now: number): Days {
  const day = Math.floor((now + shanghaiMs) / dayMs)
  // 1970-01-01 was a Thursday.
  const weekday = (day + 3) % 7
  const midnight = (number: number) => instantOf(number * dayMs - shanghaiMs)
  return { tomorrow: midnight(day + 1), afterTomorrow: midnight(day + 2), nextWeek: midnight(day + 7 - weekday) }
}

/** Places every row of the queue anew. */
export function placeRows(source: ReadonlyMap<string, CaseRow>, queue: DeskQueue, days: Days): ListState {
  const rows = rowsOf(source, queue)
  const placed: Placed[] = []
  for (const row of rows.values()) placed.push(placeOf(row, days))
  placed.sort((a, b) => (a.order < b.order ? -1 : 1))
  return { queue, days, source, rows, placed, arrived: 0, moved: nothing }
}

/** Follows the boards without moving what stands. The same state when nothing of this queue changed. */
export function followRows(
  state: ListState,
  source: ReadonlyMap<string, CaseRow>,
  queue: DeskQueue,
  days: Days,
): ListState {
  if (state.queue !== queue || state.days.tomorrow !== days.tomorrow || state.placed.length === 0)
    return state.source === source && state.queue === queue && state.days.tomorrow === days.tomorrow
      ? state
      : placeRows(source, queue, days)
  if (state.source === source) return state
  const changed = changedRows(state, source, queue)
  if (changed.length === 0) return { ...state, source }
  const rows = new Map(state.rows)
  for (const { id, row } of changed) {
    if (row === null) rows.delete(id)
    else rows.set(id, row)
  }
  const left = changed.some(({ row }) => row === null)
  const placed = left ? state.placed.filter(({ id }) => rows.has(id)) : state.placed
  if (placed.length === 0) return placeRows(source, queue, days)
  const moved = movedAmong(changed, { ...state, placed })
  return { ...state, source, rows, placed, arrived: rows.size - placed.length, moved }
}

/** Puts in place what waits. */
export function insertWaiting(state: ListState): ListState {
  return placeRows(state.source, state.queue, state.days)
}

function rowsOf(source: ReadonlyMap<string, CaseRow>, queue: DeskQueue): ReadonlyMap<string, CaseRow> {
  const rows = new Map<string, CaseRow>()
  for (const [id, row] of source) if (standsIn(row, queue)) rows.set(id, row)
  return rows
}

interface ChangedRow {
  readonly id: string
  /** Null when it no longer stands in the queue. */
  readonly row: CaseRow | null
}

/** What differs from the rows of before; most of ten thousand are the same objects. */
function changedRows(state: ListState, source: ReadonlyMap<string, CaseRow>, queue: DeskQueue): ChangedRow[] {
  const changed: ChangedRow[] = []
  for (const [id, row] of source) {
    if (state.source.get(id) === row) continue
    if (standsIn(row, queue)) changed.push({ id, row })
    else if (state.rows.has(id)) changed.push({ id, row: null })
  }
  for (const id of state.rows.keys()) if (!source.has(id)) changed.push({ id, row: null })
  return changed
}

function movedAmong(changed: readonly ChangedRow[], { moved, placed, days }: ListState): ReadonlySet<string> {
  const next = new Set(moved)
  const inQuestion = new Map(changed.map(({ id, row }) => [id, row]))
  for (const { id } of changed) next.delete(id)
  for (const { id, order } of placed) {
    const row = inQuestion.get(id)
    if (row !== undefined && row !== null && placeOf(row, days).order !== order) next.add(id)
  }
  return next
}

function placeOf(row: CaseRow, days: Days): Placed {
  const section = sectionOf(row, days)
  const within = section === 'red' ? redOrder(row) : (row.clocks[0]?.dueAt ?? row.registeredAt)
  return { id: row.id, section, order: `${String(sectionNames.indexOf(section))} ${within} ${row.caseCode}` }
}

function redOrder({ alert }: CaseRow): string {
  return `${alert?.state === 'unacknowledged' ? '0' : '1'} ${alert?.since ?? ''}`
}

function sectionOf({ alert, clocks }: CaseRow, days: Days): SectionName {
  if (alert?.colour === 'red') return 'red'
  const due = clocks[0]?.dueAt
  if (due === undefined) return 'none'
  if (due < days.tomorrow) return 'today'
  if (due < days.afterTomorrow) return 'tomorrow'
  return due < days.nextWeek ? 'week' : 'later'
}
