/** Boards for desks and walls: a first look, and what changed since a cursor. First connect, reconnect and live feed ask the same questions. */
import type { AlertRow, BoardName } from '../contract/board.ts'
import type { Change, Follow, FollowedBoard } from '../contract/station.ts'
import type { Principal } from '../domain/access.ts'
import type { CaseFile } from '../domain/case-file.ts'
import { isOpen, queuesOf } from '../domain/queues.ts'
import { fileOf, type BoardRecord } from '../store/cases.ts'
import { cursorOf, seqOf } from './cursor.ts'
import type { Hub } from './hub.ts'
import { scopeOf, type Scope } from './list-cases.ts'
import { alertRowOf, nodesOf, type UnaddressedRow } from './project.ts'
import { areaRows, flowNumbers, queueNumbers, rateNumbers, stateQueues } from './read-numbers.ts'
import { addressed, recordFor, rowOf } from './row-for.ts'

/** Sockets that see the same: one computation serves them all. */
export interface Audience {
  readonly who: Principal
  /** A wall sees aggregates and alert rows of its centre, whatever the role of who signed it in. */
  readonly wall: boolean
  readonly boards: readonly FollowedBoard[]
}

export interface BoardState {
  readonly cursor: string
  readonly changes: Change[]
  readonly reset?: true
}

/** Rows of a first look, the most urgent first; what lies beyond is paged over HTTP. */
const mostRows = 10_000
/** More changes than this are answered by a fresh look. */
const mostChanges = 10_000

/** Two audiences with the same key see the same rows. */
export function audienceKey({ who, wall, boards }: Audience): string {
  return JSON.stringify([wall, wall ? [] : who.roles, who.division, who.unit, boards])
}

/** What a station gets when it follows: what changed since its cursor, or everything with `reset`. */
export function openBoards(hub: Hub, audience: Audience, since: Follow['since']): BoardState {
  const head = hub.ledger.events.lastSeq()
  const cursor = cursorOf(hub, head)
  const from = since === undefined ? undefined : seqOf(hub, since)
  if (from !== undefined && hub.ledger.cases.countChangedAfter(from, mostChanges + 1) <= mostChanges) {
    const changed = changedCases(hub, hub.ledger.cases.changedAfter(from, mostChanges))
    return { cursor, changes: boardChanges(hub, audience, changed, true) }
  }
  return { cursor, changes: audience.boards.flatMap((board) => firstLook(hub, audience, board)), reset: true }
}

/** A changed case, read once for all audiences of a frame. */
export interface ChangedCase {
  readonly file: CaseFile
  readonly row: UnaddressedRow
  /** Everything it is counted under. */
  readonly nodes: readonly string[]
}

export function changedCases(hub: Hub, records: readonly BoardRecord[]): ChangedCase[] {
  return records.map((record) => {
    const file = fileOf(record)
    return { file, row: rowOf(record), nodes: nodesOf(file, hub.reference) }
  })
}

/** What some changed cases mean for an audience. With `numbers`, counts are sent even when no case of the scope changed. */
export function boardChanges(hub: Hub, audience: Audience, changed: readonly ChangedCase[], numbers = false): Change[] {
  return audience.boards.flatMap((board) => {
    const scope = scopeFor(hub, audience, board)
    if (scope === undefined || !offered(audience, board.board)) return []
    const touched = changed.filter(({ file, nodes }) => nodes.includes(scope.node) || wasWithUnit(hub, scope, file.id))
    switch (board.board) {
      case 'cases':
        return touched.map(({ file, row, nodes }) => {
          const stands =
            isOpen(file) &&
            nodes.includes(scope.node) &&
            (board.queue === undefined || board.queue === 'open' || queuesOf(file).includes(board.queue))
          return change('cases', file.id, stands ? addressed(hub, audience.who, file, row) : null)
        })
      case 'alerts':
        return touched.map(({ file, nodes }) =>
          change(
            'alerts',
            file.id,
            nodes.includes(scope.node) ? alertRowOf(file, hub.reference, hub.centre.code) : null,
          ),
        )
      case 'areas':
        // One area's rate may rest on another's count: all of them are sent when one moves.
        return numbers || touched.length > 0 ? areaChanges(hub, scope) : []
      case 'numbers':
        return numbers || touched.length > 0 ? numberRows(hub, scope) : []
      case 'supervisions':
      case 'meetings':
      case 'links':
        return []
    }
  })
}

/** An order that was taken from a unit, or has ended, no longer stands under it: its row must leave the unit's board all the same. */
function wasWithUnit(hub: Hub, { unit }: Scope, caseId: string): boolean {
  return unit !== undefined && hub.ledger.events.wasSentTo(caseId, unit)
}

function firstLook(hub: Hub, audience: Audience, board: FollowedBoard): Change[] {
  const scope = scopeFor(hub, audience, board)
  if (scope === undefined || !offered(audience, board.board)) return []
  switch (board.board) {
    case 'cases':
      return openRecords(hub, scope, board.queue).map((record) =>
        change('cases', record.id, recordFor(hub, audience.who, record)),
      )
    case 'alerts':
      return [...openRecords(hub, scope, 'nearDue'), ...openRecords(hub, scope, 'overdue')]
        .map((record) => alertRowOf(fileOf(record), hub.reference, hub.centre.code))
        .filter((row): row is AlertRow => row !== null)
        .map((row) => change('alerts', row.id, row))
    case 'areas':
      return areaChanges(hub, scope)
    case 'numbers':
      return numberRows(hub, scope)
    case 'supervisions':
    case 'meetings':
    case 'links':
      return []
  }
}

function openRecords(hub: Hub, scope: Scope, queue: FollowedBoard['queue']): BoardRecord[] {
  const queues = queue === undefined || queue === 'open' ? stateQueues : [queue]
  return queues
    .flatMap((each) => hub.ledger.queue.page(scope.node, each, undefined, mostRows))
    .toSorted((a, b) => a.due - b.due || a.n - b.n)
    .slice(0, mostRows)
}

function numberRows(hub: Hub, { node }: Scope): Change[] {
  const rows = [queueNumbers(hub, node), flowNumbers(hub, node), rateNumbers(hub, node)]
  return rows.map((row) => change('numbers', row.id, row))
}

/** The division's children, and itself for what lies in none of them. */
function areaChanges(hub: Hub, { division }: Scope): Change[] {
  return division === undefined ? [] : areaRows(hub, division).map((row) => change('areas', row.id, row))
}

/** A wall shows its centre; a desk what its person may see. */
function scopeFor(hub: Hub, { who, wall }: Audience, board: FollowedBoard): Scope | undefined {
  if (!wall) return scopeOf(hub, who, board.division)
  const centre = who.division ?? hub.centre.code
  const wanted = board.division ?? centre
  return hub.reference.ancestorsOf(wanted).includes(centre) ? { node: wanted, division: wanted } : undefined
}

function offered({ wall }: Audience, board: BoardName): boolean {
  return !wall || board !== 'cases'
}

function change(board: BoardName, id: string, row: object | null): Change {
  return { board, id, row: row as Change['row'] }
}
