/** Queues and search, one keyset page at a time. A queue is a range of one table; a search runs newest first over the word index. */
import type { CaseRow, QueueCount } from '../contract/board.ts'
import { msOf, type Instant } from '../contract/instant.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import type { AlertColour, CaseStateName, Channel, QueueName } from '../contract/vocabulary.ts'
import { readsArea, readsUnit, type Principal } from '../domain/access.ts'
import type { BoardRecord } from '../store/cases.ts'
import type { QueuePlace } from '../store/queue.ts'
import type { Hub } from './hub.ts'
import { unitNode } from './project.ts'
import { queueNumbers, stateQueues } from './read-numbers.ts'
import { recordFor } from './row-for.ts'

export interface ListQuery {
  readonly queue?: QueueName | undefined
  readonly division?: string | undefined
  readonly state?: CaseStateName | undefined
  readonly alert?: AlertColour | undefined
  readonly category?: string | undefined
  readonly unit?: string | undefined
  readonly channel?: Channel | undefined
  readonly q?: string | undefined
  readonly since?: Instant | undefined
  readonly cursor?: string | undefined
  readonly limit: number
}

export interface CasePage {
  readonly items: CaseRow[]
  readonly nextCursor: string | null
  readonly counts?: QueueCount
}

/** Rows looked through for one page of a filtered queue, at most; the next page goes on behind them. */
const mostLookedThrough = 5000

/** A code nobody knows is a bad field; a division outside his area is `thing.notFound`: an empty list would look as if all were well there. */
export function listCases(hub: Hub, who: Principal, query: ListQuery): Answer<CasePage> {
  const unknown = unknownCodes(hub, query)
  if (unknown.length > 0) return refused('input.invalid', undefined, unknown)
  const scope = scopeOf(hub, who, query.division)
  if (scope === undefined) return refused('thing.notFound', undefined, outside(query.division))
  return query.queue === undefined || query.q !== undefined
    ? searchPage(hub, who, scope, query)
    : queuePage(hub, who, scope, query.queue, query)
}

function unknownCodes({ reference }: Hub, { division, unit, category }: ListQuery): BadField[] {
  const bad: BadField[] = []
  if (division !== undefined && !reference.divisions.has(division))
    bad.push({ path: 'division', reason: 'division.unknown', facts: { code: division } })
  if (unit !== undefined && !reference.units.has(unit))
    bad.push({ path: 'unit', reason: 'unit.unknown', facts: { unit } })
  if (category !== undefined && !reference.categoryPaths.has(category))
    bad.push({ path: 'category', reason: 'category.unknown', facts: { category } })
  return bad
}

function outside(division: string | undefined): BadField[] | undefined {
  return division === undefined
    ? undefined
    : [{ path: 'division', reason: 'division.outside', facts: { code: division } }]
}

export interface Scope {
  /** A division, or `u:` and a unit: the node of the queue tables. */
  readonly node: string
  readonly division?: string
  readonly unit?: string
}

/** What a person may look at, narrowed to a division: his area, or his unit's orders. Nothing when the division lies outside. */
export function scopeOf(hub: Hub, who: Principal, division: string | undefined): Scope | undefined {
  if (readsArea(who) && who.division !== null) {
    const wanted = division ?? who.division
    return hub.reference.ancestorsOf(wanted).includes(who.division) ? { node: wanted, division: wanted } : undefined
  }
  if (readsUnit(who) && who.unit !== null)
    return { node: unitNode(who.unit), unit: who.unit, ...(division !== undefined && { division }) }
  return undefined
}

function queuePage(hub: Hub, who: Principal, scope: Scope, queue: QueueName, query: ListQuery): Answer<CasePage> {
  const start = query.cursor === undefined ? undefined : decode(query.cursor)
  if (query.cursor !== undefined && start === undefined) return badCursor()
  const wanted: BoardRecord[] = []
  let place = start
  let more = true
  let looked = 0
  while (wanted.length <= query.limit && more && looked < mostLookedThrough) {
    const page = mergedPage(hub, scope.node, queue, place, query.limit + 1)
    more = page.length > query.limit
    for (const record of page) {
      if (wanted.length > query.limit) break
      looked += 1
      if (fits(hub, record, scope, query)) wanted.push(record)
      place = record
    }
  }
  const items = wanted.slice(0, query.limit)
  const last = wanted.length > query.limit ? items.at(-1) : more ? place : undefined
  const { queues } = queueNumbers(hub, scope.node)
  return granted({
    items: items.map((record) => recordFor(hub, who, record)),
    nextCursor: last === undefined ? null : encode(last as QueuePlace),
    counts: queues[queue],
  })
}

/** One page of a queue in the order of what falls due next; `open` is all queues of states merged. */
function mergedPage(hub: Hub, node: string, queue: QueueName, after: QueuePlace | undefined, limit: number) {
  if (queue !== 'open') return hub.ledger.queue.page(node, queue, after, limit)
  return stateQueues
    .flatMap((each) => hub.ledger.queue.page(node, each, after, limit))
    .toSorted((a, b) => a.due - b.due || a.n - b.n)
    .slice(0, limit)
}

function fits(hub: Hub, record: BoardRecord, scope: Scope, query: ListQuery): boolean {
  const row = JSON.parse(record.board_row) as Omit<CaseRow, 'allowed'>
  return (
    (query.state === undefined || row.state === query.state) &&
    (query.alert === undefined || row.alert?.colour === query.alert) &&
    (query.category === undefined ||
      row.category === query.category ||
      (row.category?.startsWith(`${query.category}/`) ?? false)) &&
    (query.unit === undefined || row.leadUnit?.code === query.unit) &&
    (query.channel === undefined || row.channel === query.channel) &&
    (query.since === undefined || row.registeredAt >= query.since) &&
    (scope.unit === undefined ||
      scope.division === undefined ||
      hub.reference.ancestorsOf(row.divisionCode).includes(scope.division))
  )
}

function searchPage(hub: Hub, who: Principal, scope: Scope, query: ListQuery): Answer<CasePage> {
  const below = query.cursor === undefined ? undefined : decode(query.cursor)?.n
  if (query.cursor !== undefined && below === undefined) return badCursor()
  const found = hub.ledger.search.find({
    words: query.q ?? '',
    ...(scope.division !== undefined && scope.division !== hub.centre.code && { division: scope.division }),
    ...(scope.unit !== undefined && { unit: scope.unit }),
    ...(query.state !== undefined && { state: query.state }),
    ...(query.alert !== undefined && { colour: query.alert }),
    ...(query.category !== undefined && { category: query.category }),
    ...(query.unit !== undefined && { leadUnit: query.unit }),
    ...(query.channel !== undefined && { channel: query.channel }),
    ...(query.since !== undefined && { sinceMs: msOf(query.since) }),
    ...(below !== undefined && { below }),
    limit: query.limit + 1,
  })
  const items = found.slice(0, query.limit)
  const last = found.length > query.limit ? items.at(-1) : undefined
  const rows = items
    .map((record) => recordFor(hub, who, record))
    .filter((row) => query.queue === undefined || row.queues.includes(query.queue))
  return granted({ items: rows, nextCursor: last === undefined ? null : encode({ due: 0, n: last.n }) })
}

function encode({ due, n }: QueuePlace): string {
  return `${due.toString(36)}-${n.toString(36)}`
}

function decode(cursor: string): QueuePlace | undefined {
  const parts = /^([0-9a-z]{1,11})-([0-9a-z]{1,11})$/.exec(cursor)
  return parts === null
    ? undefined
    : { due: Number.parseInt(parts[1] ?? '', 36), n: Number.parseInt(parts[2] ?? '', 36) }
}

function badCursor(): Answer<never> {
  return refused('input.invalid', undefined, [{ path: 'cursor', reason: 'cursor.unknown' }])
}
