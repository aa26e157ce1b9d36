/** Queues by node: any queue of any division or unit is one range of one table, in the order of what falls due next. */
import type { Database } from 'better-sqlite3'
import type { BoardRecord } from './cases.ts'

/** Where a case stands in the queues of its nodes, and with which alert it counts there. */
export interface Standing {
  /** Divisions above the case and units that work on it (`u:` before a unit's code). */
  readonly nodes: readonly string[]
  readonly queues: readonly string[]
  readonly nextDueMs: number
  readonly colour: 'red' | 'yellow' | 'blue' | null
  readonly unacknowledged: boolean
}

export interface QueueCountRow {
  readonly queue: string
  readonly total: number
  readonly red: number
  readonly yellow: number
  readonly blue: number
  readonly red_unacknowledged: number
}

/** A place in a queue, for the next page. */
export interface QueuePlace {
  readonly due: number
  readonly n: number
}

export function queueIn(db: Database) {
  const insert = db.prepare('INSERT INTO queue (node, queue, due, n) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM queue WHERE node = ? AND queue = ? AND due = ? AND n = ?')
  const count = db.prepare(
    `INSERT INTO queue_counts (node, queue, total, red, yellow, blue, red_unacknowledged, changed)
     VALUES (@node, @queue, @total, @red, @yellow, @blue, @unacknowledged, @changed)
     ON CONFLICT (node, queue) DO UPDATE SET total = total + excluded.total, red = red + excluded.red, yellow = yellow + excluded.yellow,
       blue = blue + excluded.blue, red_unacknowledged = red_unacknowledged + excluded.red_unacknowledged, changed = excluded.changed`,
  )
  const counts = db.prepare<[string], QueueCountRow>(
    'SELECT queue, total, red, yellow, blue, red_unacknowledged FROM queue_counts WHERE node = ?',
  )
  const places = db.prepare<[], { node: string; queue: string; due: number; n: number }>(
    'SELECT node, queue, due, n FROM queue',
  )
  const allCounts = db.prepare<[], QueueCountRow & { node: string }>(
    'SELECT node, queue, total, red, yellow, blue, red_unacknowledged FROM queue_counts',
  )
  const page = db.prepare<[string, string, number, number, number], BoardRecord & { due: number }>(
    `SELECT q.due, c.n, c.id, c.changed, c.is_open, c.file, c.board_row FROM queue q JOIN cases c ON c.n = q.n
     WHERE q.node = ? AND q.queue = ? AND (q.due, q.n) > (?, ?) ORDER BY q.due, q.n LIMIT ?`,
  )

  const place = (n: number, key: PlaceKey, before: number | undefined, after: number | undefined) => {
    if (before === after) return
    if (before !== undefined) remove.run(key.node, key.queue, before, n)
    if (after !== undefined) insert.run(key.node, key.queue, after, n)
  }
  const recount = (key: PlaceKey, before: Counted, after: Counted, changed: number) => {
    const change = {
      total: after.total - before.total,
      red: after.red - before.red,
      yellow: after.yellow - before.yellow,
      blue: after.blue - before.blue,
      unacknowledged: after.unacknowledged - before.unacknowledged,
    }
    if (Object.values(change).some((by) => by !== 0)) count.run({ ...key, ...change, changed })
  }

  return {
    /** Moves a case from where it stood to where it stands; what stays the same is not written. */
    move: (n: number, before: Standing | undefined, after: Standing, changed: number): void => {
      const counted = { before: countedOf(before), after: countedOf(after) }
      const left = before === undefined ? [] : keysOf(before)
      const taken = keysOf(after)
      for (const key of left) {
        if (holds(after, key)) continue
        place(n, key, before?.nextDueMs, undefined)
        recount(key, counted.before, countedNowhere, changed)
      }
      for (const key of taken) {
        const stood = before !== undefined && holds(before, key)
        place(n, key, stood ? before.nextDueMs : undefined, after.nextDueMs)
        recount(key, stood ? counted.before : countedNowhere, counted.after, changed)
      }
    },
    /** One page of a queue, after a place. */
    page: (node: string, queue: string, after: QueuePlace | undefined, limit: number) =>
      page.all(node, queue, after?.due ?? -1, after?.n ?? -1, limit),
    /** Every place and every count there is, for a comparison with the ledger. */
    places: (): Iterable<{ node: string; queue: string; due: number; n: number }> => places.iterate(),
    allCounts: (): Iterable<QueueCountRow & { node: string }> => allCounts.iterate(),
    counts: (node: string): QueueCountRow[] => counts.all(node),
  }
}

interface PlaceKey {
  readonly node: string
  readonly queue: string
}

interface Counted {
  readonly total: number
  readonly red: number
  readonly yellow: number
  readonly blue: number
  readonly unacknowledged: number
}

const countedNowhere: Counted = { total: 0, red: 0, yellow: 0, blue: 0, unacknowledged: 0 }

/** What a case adds to every count it stands in. */
function countedOf(standing: Standing | undefined): Counted {
  if (standing === undefined) return countedNowhere
  const of = (colour: Standing['colour']) => (standing.colour === colour ? 1 : 0)
  const unacknowledged = standing.unacknowledged ? of('red') : 0
  return { total: 1, red: of('red'), yellow: of('yellow'), blue: of('blue'), unacknowledged }
}

function keysOf({ nodes, queues }: Standing): PlaceKey[] {
  return nodes.flatMap((node) => queues.map((queue) => ({ node, queue })))
}

function holds({ nodes, queues }: Standing, { node, queue }: PlaceKey): boolean {
  return nodes.includes(node) && queues.includes(queue)
}
