/** The next moment of each case. Late after a crash, never lost. */
import type { Database } from 'better-sqlite3'

export function timersIn(db: Database) {
  const set = db.prepare(
    'INSERT INTO timers (case_id, due) VALUES (?, ?) ON CONFLICT (case_id) DO UPDATE SET due = excluded.due WHERE due <> excluded.due',
  )
  const clear = db.prepare('DELETE FROM timers WHERE case_id = ?')
  const due = db.prepare<[number, number], { case_id: string; due: number }>(
    'SELECT case_id, due FROM timers WHERE due <= ? ORDER BY due, case_id LIMIT ?',
  )
  const of = db.prepare<[string], { due: number }>('SELECT due FROM timers WHERE case_id = ?')
  const next = db.prepare<[], { due: number | null }>('SELECT min(due) AS due FROM timers')
  return {
    /** `dueMs` undefined: time alone changes nothing any more. */
    set: (caseId: string, dueMs: number | undefined): void => {
      if (dueMs === undefined) clear.run(caseId)
      else set.run(caseId, dueMs)
    },
    due: (nowMs: number, limit: number) => due.all(nowMs, limit),
    of: (caseId: string): number | undefined => of.get(caseId)?.due,
    next: (): number | undefined => next.get()?.due ?? undefined,
  }
}
