/** The running number of a day's appeals. */
import type { Database } from 'better-sqlite3'

export function caseNumbersIn(db: Database) {
  // Not RETURNING: it makes the statement one that can be undone alone, and before such a one the word index writes out all it has gathered.
  const raise = db.prepare(
    'INSERT INTO case_numbers (day, last) VALUES (?, 1) ON CONFLICT (day) DO UPDATE SET last = last + 1',
  )
  const last = db.prepare<[string], { last: number }>('SELECT last FROM case_numbers WHERE day = ?')
  return {
    next: (day: string): number => {
      raise.run(day)
      return last.get(day)?.last ?? 1
    },
  }
}
