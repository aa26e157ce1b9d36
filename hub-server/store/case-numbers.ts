/** The running number of a day's appeals. */
import type { Database } from 'better-sqlite3'

export function caseNumbersIn(db: Database) {
  const next = db.prepare<[string], { last: number }>(
    'INSERT INTO case_numbers (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1 RETURNING last',
  )
  return { next: (day: string): number => next.get(day)?.last ?? 1 }
}
