/** Personal data, apart from the ledger. Read one case at a time, by right, with a reason that goes to the audit trail. */
import type { Database } from 'better-sqlite3'

export interface Person {
  readonly case_id: string
  readonly tracking_code: string
  readonly name: string | null
  readonly phone: string | null
  readonly phone_key: string | null
  /** As the resident wrote it. */
  readonly title: string
  readonly text: string
  readonly place_text: string | null
}

export function peopleIn(db: Database) {
  const insert = db.prepare(
    'INSERT INTO people (case_id, tracking_code, name, phone, phone_key, title, text, place_text) VALUES (@case_id, @tracking_code, @name, @phone, @phone_key, @title, @text, @place_text)',
  )
  const byCase = db.prepare<[string], Person>('SELECT * FROM people WHERE case_id = ?')
  const byTracking = db.prepare<[string], { case_id: string }>('SELECT case_id FROM people WHERE tracking_code = ?')
  const byPhone = db.prepare<[string, number], { case_id: string }>(
    'SELECT case_id FROM people WHERE phone_key = ? ORDER BY case_id DESC LIMIT ?',
  )
  const keepClear = db.prepare('INSERT INTO clear_words (case_id, version, field, text) VALUES (?, ?, ?, ?)')
  const clear = db.prepare<[string, number, string], { text: string }>(
    'SELECT text FROM clear_words WHERE case_id = ? AND version = ? AND field = ?',
  )
  const clearFields = db.prepare<[string], { version: number; field: string }>(
    'SELECT version, field FROM clear_words WHERE case_id = ? ORDER BY version, field',
  )
  return {
    insert: (person: Person): void => {
      insert.run(person)
    },
    byCase: (caseId: string): Person | undefined => byCase.get(caseId),
    caseOfTracking: (code: string): string | undefined => byTracking.get(code)?.case_id,
    /** Newest first: ids are in time order. */
    casesOfPhone: (phoneKey: string, limit: number): string[] => byPhone.all(phoneKey, limit).map((row) => row.case_id),
    keepClear: (caseId: string, version: number, field: string, text: string): void => {
      keepClear.run(caseId, version, field, text)
    },
    clearWords: (caseId: string, version: number, field: string): string | undefined =>
      clear.get(caseId, version, field)?.text,
    clearFields: (caseId: string) => clearFields.all(caseId),
  }
}
