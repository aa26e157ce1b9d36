/** The ledger's facts. Only appended, never changed. */
import type { Database } from 'better-sqlite3'
import type { RecordedEvent } from '../domain/case-file.ts'

interface EventRow {
  seq: number
  case_id: string
  version: number
  type: string
  at: string
  actor: string
  data: string
}

export type StoredEvent = RecordedEvent & { readonly seq: number; readonly caseId: string }

export function eventsIn(db: Database) {
  const insert = db.prepare(
    'INSERT INTO events (origin, origin_seq, case_id, version, type, at, actor, data) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const columns = 'seq, case_id, version, type, at, actor, data'
  const course = db.prepare<[string, number, number], EventRow>(
    `SELECT ${columns} FROM events WHERE case_id = ? AND version > ? ORDER BY version LIMIT ?`,
  )
  const sentTo = db.prepare<[string, string], { sent: number }>(
    "SELECT 1 AS sent FROM events WHERE case_id = ? AND type = 'order.dispatched' AND instr(data, ?) > 0 LIMIT 1",
  )
  const lastSeq = db.prepare<[], { seq: number | null }>('SELECT max(seq) AS seq FROM events')
  const lastOriginSeq = db.prepare<[string], { seq: number | null }>(
    'SELECT max(origin_seq) AS seq FROM events WHERE origin = ?',
  )
  const allCases = db.prepare<[], { case_id: string }>('SELECT case_id FROM events WHERE version = 1 ORDER BY seq')
  const nextOf = new Map<string, number>()

  const nextOriginSeq = (origin: string): number => (nextOf.get(origin) ?? lastOriginSeq.get(origin)?.seq ?? 0) + 1

  return {
    /** Appends one fact of this hub and gives its place in the file. Called inside a step. */
    append: (origin: string, caseId: string, event: RecordedEvent): number => {
      const originSeq = nextOriginSeq(origin)
      const { lastInsertRowid } = insert.run(
        origin,
        originSeq,
        caseId,
        event.version,
        event.type,
        event.at,
        JSON.stringify(event.actor),
        JSON.stringify(event.data),
      )
      nextOf.set(origin, originSeq)
      return Number(lastInsertRowid)
    },
    /** After a step was undone the remembered numbers are read anew. */
    forget: () => nextOf.clear(),
    /** A case's course after a version, oldest first. */
    course: (caseId: string, after = 0, limit = 10_000): StoredEvent[] => course.all(caseId, after, limit).map(toEvent),
    /** Whether a case was ever sent to a unit, to lead or to assist. */
    wasSentTo: (caseId: string, unit: string): boolean => sentTo.get(caseId, JSON.stringify(unit)) !== undefined,
    lastSeq: (): number => lastSeq.get()?.seq ?? 0,
    caseIds: (): Iterable<{ case_id: string }> => allCases.iterate(),
  }
}

/** Rows of our own ledger are trusted: they were parsed before they were written. */
function toEvent(row: EventRow): StoredEvent {
  return {
    seq: row.seq,
    caseId: row.case_id,
    version: row.version,
    type: row.type,
    at: row.at,
    actor: JSON.parse(row.actor) as unknown,
    data: JSON.parse(row.data) as unknown,
  } as StoredEvent
}
