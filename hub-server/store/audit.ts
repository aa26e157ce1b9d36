/** The audit trail: each row carries the hash of the one before (SM3), so that a changed, missing or moved row is found. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import type { Actor } from '../contract/actor.ts'

export interface AuditEntry {
  readonly at: string
  readonly actor: Actor
  /** A dotted word: `session.begin`, `case.reveal`, `command.dispatch`. */
  readonly action: string
  /** What it was done to: a case id, a username; never personal data. */
  readonly object: string
  readonly detail: Readonly<Record<string, unknown>>
}

export interface AuditRow {
  seq: number
  at: string
  actor: string
  action: string
  object: string
  detail: string
  prev: string
  hash: string
}

const firstPrev = '0'.repeat(64)

export function auditIn(db: Database) {
  const last = db.prepare<[], { seq: number; hash: string }>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
  const insert = db.prepare(
    'INSERT INTO audit (seq, at, actor, action, object, detail, prev, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  const all = db.prepare<[], AuditRow>('SELECT * FROM audit ORDER BY seq')
  const before = db.prepare<[number, number], AuditRow>('SELECT * FROM audit WHERE seq < ? ORDER BY seq DESC LIMIT ?')
  let head: { seq: number; hash: string } | undefined

  return {
    /** Appends inside the step of what it tells of. */
    append: (entry: AuditEntry): void => {
      const at = head ?? last.get() ?? { seq: 0, hash: firstPrev }
      const row = {
        seq: at.seq + 1,
        at: entry.at,
        actor: JSON.stringify(entry.actor),
        action: entry.action,
        object: entry.object,
        detail: JSON.stringify(entry.detail),
      }
      const hash = hashOf(at.hash, row)
      insert.run(row.seq, row.at, row.actor, row.action, row.object, row.detail, at.hash, hash)
      head = { seq: row.seq, hash }
    },
    /** After a step was undone the head is read anew. */
    forget: () => {
      head = undefined
    },
    /** Newest first, before a seq. */
    page: (beforeSeq: number, limit: number): AuditRow[] => before.all(beforeSeq, limit),
    /** Walks the whole chain: how many rows, and the first that does not fit. */
    verify: (): { rows: number; firstBad: number | null } => {
      let prev = firstPrev
      let expected = 1
      for (const row of all.iterate()) {
        if (row.seq !== expected || row.prev !== prev || row.hash !== hashOf(prev, row))
          return { rows: expected - 1, firstBad: row.seq }
        prev = row.hash
        expected += 1
      }
      return { rows: expected - 1, firstBad: null }
    },
  }
}

function hashOf(prev: string, row: Omit<AuditRow, 'prev' | 'hash'>): string {
  const body = JSON.stringify([row.seq, row.at, row.actor, row.action, row.object, row.detail])
  return createHash('sm3').update(prev).update(body).digest('hex')
}
