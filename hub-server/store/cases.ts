/** Cases as they are now: the folded file for decisions, the board row for screens. */
import type { Database } from 'better-sqlite3'
import type { CaseFile } from '../domain/case-file.ts'

/** What a case's row in the table holds beside its file. */
export interface CaseColumns {
  readonly division: string
  readonly category: string | null
  readonly leadUnit: string | null
  readonly colour: string | null
  readonly isOpen: boolean
  readonly nextDueMs: number
  readonly registeredMs: number
  readonly externalKey: string | null
  /** Seq of its last event. */
  readonly changed: number
  /** `CaseRow` without `allowed`, as JSON text: it goes to the wire as it lies here. */
  readonly boardRow: string
}

export interface StoredCase {
  readonly n: number
  readonly file: CaseFile
}

export interface BoardRecord {
  readonly n: number
  readonly id: string
  readonly changed: number
  readonly is_open: number
  readonly file: string
  readonly board_row: string
}

export function casesIn(db: Database) {
  const fields =
    '@id, @caseCode, @state, @title, @kind, @channel, @category, @division, @leadUnit, @colour, @isOpen, @nextDueMs, @registeredMs, @externalKey, @changed, @file, @boardRow'
  const insert = db.prepare(
    `INSERT INTO cases (id, case_code, state, title, kind, channel, category, division, lead_unit, colour, is_open, next_due, registered_ms, external_key, changed, file, board_row) VALUES (${fields})`,
  )
  const update = db.prepare(
    'UPDATE cases SET state = @state, lead_unit = @leadUnit, colour = @colour, is_open = @isOpen, next_due = @nextDueMs, category = @category, changed = @changed, file = @file, board_row = @boardRow WHERE n = @n',
  )
  const byId = db.prepare<[string], { n: number; file: string }>('SELECT n, file FROM cases WHERE id = ?')
  const byCode = db.prepare<[string], { n: number; file: string }>('SELECT n, file FROM cases WHERE case_code = ?')
  const byExternalKey = db.prepare<[string], { id: string }>('SELECT id FROM cases WHERE external_key = ?')
  const record = 'n, id, changed, is_open, file, board_row'
  const changedAfter = db.prepare<[number, number], BoardRecord>(
    `SELECT ${record} FROM cases WHERE changed > ? ORDER BY changed LIMIT ?`,
  )
  const byNumber = db.prepare<[number], BoardRecord>(`SELECT ${record} FROM cases WHERE n = ?`)
  const countChangedAfter = db.prepare<[number, number], { count: number }>(
    'SELECT count(*) AS count FROM (SELECT 1 FROM cases WHERE changed > ? LIMIT ?)',
  )

  const newestOfPlace = db.prepare<[string, number], { id: string; title: string; is_open: number }>(
    'SELECT id, title, is_open FROM cases WHERE division = ? ORDER BY n DESC LIMIT ?',
  )
  const count = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM cases')
  const countOpen = db.prepare<[], { count: number }>('SELECT count(*) AS count FROM cases WHERE is_open = 1')
  const addUnit = db.prepare('INSERT OR IGNORE INTO case_units (unit, n) VALUES (?, ?)')
  const removeUnit = db.prepare('DELETE FROM case_units WHERE unit = ? AND n = ?')

  const bind = (file: CaseFile, columns: CaseColumns) => ({
    id: file.id,
    caseCode: file.facts.caseCode,
    state: file.stage.state,
    title: file.facts.title,
    kind: file.facts.kind,
    channel: file.facts.channel,
    ...columns,
    isOpen: columns.isOpen ? 1 : 0,
    file: JSON.stringify(file),
  })

  return {
    insert: (file: CaseFile, columns: CaseColumns): number => Number(insert.run(bind(file, columns)).lastInsertRowid),
    update: (n: number, file: CaseFile, columns: CaseColumns): void => {
      update.run({ ...bind(file, columns), n })
    },
    /** The units that work on a case change. */
    setUnits: (n: number, before: readonly string[], after: readonly string[]): void => {
      for (const unit of before) if (!after.includes(unit)) removeUnit.run(unit, n)
      for (const unit of after) if (!before.includes(unit)) addUnit.run(unit, n)
    },
    byId: (id: string): StoredCase | undefined => toCase(byId.get(id)),
    byCode: (code: string): StoredCase | undefined => toCase(byCode.get(code)),
    /** Titles of the newest open matters of one division; `limit` matters are looked at. */
    newestOfPlace: (division: string, limit: number) =>
      newestOfPlace.all(division, limit).filter((row) => row.is_open === 1),
    count: (): number => count.get()?.count ?? 0,
    countOpen: (): number => countOpen.get()?.count ?? 0,
    idOfExternal: (key: string): string | undefined => byExternalKey.get(key)?.id,
    /** Board records that changed after a cursor, oldest change first. */
    changedAfter: (seq: number, limit: number): BoardRecord[] => changedAfter.all(seq, limit),
    byNumber: (n: number): BoardRecord | undefined => byNumber.get(n),
    /** How many changed, counted no further than `limit`. */
    countChangedAfter: (seq: number, limit: number): number => countChangedAfter.get(seq, limit)?.count ?? 0,
  }
}

export function fileOf(record: Pick<BoardRecord, 'file'>): CaseFile {
  return JSON.parse(record.file) as CaseFile
}

function toCase(row: { n: number; file: string } | undefined): StoredCase | undefined {
  return row && { n: row.n, file: fileOf(row) }
}
