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

  const put = (n: number, standing: Standing, sign: 1 | -1, changed: number) => {
    for (const node of standing.nodes) {
      for (const queue of standing.queues) {
        if (sign === 1) insert.run(node, queue, standing.nextDueMs, n)
        else remove.run(node, queue, standing.nextDueMs, n)
        const of = (colour: Standing['colour']) => (standing.colour === colour ? sign : 0)
        count.run({
          node,
          queue,
          total: sign,
          red: of('red'),
          yellow: of('yellow'),
          blue: of('blue'),
          unacknowledged: standing.colour === 'red' && standing.unacknowledged ? sign : 0,
          changed,
        })
      }
    }
  }

  return {
    /** Moves a case from where it stood to where it stands; nothing is written when that is the same. */
    move: (n: number, before: Standing | undefined, after: Standing, changed: number): void => {
      if (before !== undefined && JSON.stringify(before) === JSON.stringify(after)) return
      if (before !== undefined) put(n, before, -1, changed)
      put(n, after, 1, changed)
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
