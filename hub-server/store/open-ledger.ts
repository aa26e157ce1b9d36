/**
 * One hub, one file, one process, one writer. Everything here is synchronous: `inOneStep` must never be handed an async function, for
 * better-sqlite3 would commit at its first await.
 */
import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, mkdirSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import SqliteDatabase, { type Database } from 'better-sqlite3'
import { accountsIn } from './accounts.ts'
import { answersIn } from './answers.ts'
import { auditIn } from './audit.ts'
import { caseNumbersIn } from './case-numbers.ts'
import { casesIn } from './cases.ts'
import { countsIn } from './counts.ts'
import { eventsIn } from './events.ts'
import { LedgerError } from './ledger-error.ts'
import { lockFile } from './lock-file.ts'
import { migrate } from './migrate.ts'
import { peopleIn } from './people.ts'
import { queueIn } from './queue.ts'
import { searchIn } from './search.ts'
import { timersIn } from './timers.ts'

export interface Ledger {
  readonly db: Database
  readonly file: string
  /** Names this very file: a cursor of another file is not valid here. */
  readonly epoch: string
  readonly events: ReturnType<typeof eventsIn>
  readonly cases: ReturnType<typeof casesIn>
  readonly caseNumbers: ReturnType<typeof caseNumbersIn>
  readonly queue: ReturnType<typeof queueIn>
  readonly counts: ReturnType<typeof countsIn>
  readonly search: ReturnType<typeof searchIn>
  readonly people: ReturnType<typeof peopleIn>
  readonly timers: ReturnType<typeof timersIn>
  readonly answers: ReturnType<typeof answersIn>
  readonly accounts: ReturnType<typeof accountsIn>
  readonly audit: ReturnType<typeof auditIn>
  /** All of it or nothing. Nested calls are savepoints: what throws inside undoes only itself. */
  readonly inOneStep: <T>(step: () => T) => T
  /** Empties every table that is derived from the events. */
  readonly clearDerived: () => void
  readonly meta: { get: (key: string) => string | undefined; set: (key: string, value: string) => void }
  /** Writes down that the file was not closed: a small write that tells whether the disk takes any. */
  readonly markInUse: () => void
  /** Throws when the disk takes nothing any more; closed it is all the same. */
  readonly close: () => void
}

/** Files up to this size are checked page by page at every start; larger ones only after an unclean end. */
const checkAlwaysBelowBytes = 1024 ** 3

/** Opens (or makes) the ledger of a centre. Throws `LedgerError` with one clear line and leaves the file as it was. */
export function openLedger(file: string, centre: string): Ledger {
  const unlock = file === ':memory:' ? () => undefined : prepareFolder(file)
  try {
    if (file !== ':memory:' && !existsSync(file)) makeLedger(file, centre)
    const db = openChecked(file)
    try {
      migrate(db)
      claimFor(db, centre)
      markInUse(db)
      return ledgerOver(db, file, unlock)
    } catch (error) {
      db.close()
      throw error
    }
  } catch (error) {
    unlock()
    throw asLedgerError(error, file)
  }
}

function ledgerOver(db: Database, file: string, unlock: () => void): Ledger {
  return {
    db,
    file,
    epoch: getMeta(db, 'epoch') ?? '',
    events: eventsIn(db),
    cases: casesIn(db),
    caseNumbers: caseNumbersIn(db),
    queue: queueIn(db),
    counts: countsIn(db),
    search: searchIn(db),
    people: peopleIn(db),
    timers: timersIn(db),
    answers: answersIn(db),
    accounts: accountsIn(db),
    audit: auditIn(db),
    inOneStep: <T>(step: () => T): T => db.transaction(step).immediate(),
    clearDerived: () => {
      for (const table of ['cases', 'queue', 'queue_counts', 'daily_counts', 'case_units', 'timers', 'search'])
        db.exec(`DELETE FROM ${table}`)
    },
    meta: {
      get: (key) => getMeta(db, key),
      set: (key, value) => {
        setMeta(db, key, value)
      },
    },
    markInUse: () => {
      markInUse(db)
    },
    close: () => {
      try {
        setMeta(db, 'clean', '1')
        db.pragma('wal_checkpoint(TRUNCATE)')
      } finally {
        db.close()
        unlock()
      }
    },
  }
}

function prepareFolder(file: string): () => void {
  const folder = dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new LedgerError('ledger.unreadable', `${folder} is not a folder`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (existsSync(file) && !statSync(file).isFile()) throw new LedgerError('ledger.unreadable', `${file} is not a file`)
  return lockFile(file)
}

/** Made beside its place and moved there when it is whole: a start that is killed meanwhile leaves no half file to refuse. */
function makeLedger(file: string, centre: string): void {
  const making = `${file}.new`
  for (const end of ['', '-journal', '-wal', '-shm']) rmSync(`${making}${end}`, { force: true })
  // It will hold personal data: its owner's alone, and what SQLite puts beside it follows its mode.
  closeSync(openSync(making, 'w', 0o600))
  const db = new SqliteDatabase(making)
  try {
    migrate(db)
    claimFor(db, centre)
  } finally {
    db.close()
  }
  renameSync(making, file)
}

function openChecked(file: string): Database {
  const isFile = file !== ':memory:'
  if (isFile && statSync(file).size === 0) {
    throw new LedgerError('ledger.corrupt', `${file} is empty: it is kept as it is, restore a backup or move it away`)
  }
  const db = new SqliteDatabase(file, { timeout: 5000 })
  try {
    if (isFile) check(db, file)
    db.pragma('journal_mode = WAL')
    // An existing WAL file would open with NORMAL: after a power cut acknowledged appeals could be missing.
    db.pragma('synchronous = FULL')
    db.pragma('foreign_keys = ON')
    db.pragma('wal_autocheckpoint = 1000')
    // After a long write the log is cut back to this (bytes); a reader that stays open would let it grow without end.
    db.pragma('journal_size_limit = 67108864')
    db.pragma('cache_size = -65536')
    // What one statement may have to undo is noted in memory, not in a file made for it.
    db.pragma('temp_store = MEMORY')
    if (Number(db.pragma('synchronous', { simple: true })) !== 2) {
      throw new LedgerError('ledger.unreadable', `${file}: the database did not accept synchronous=FULL`)
    }
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function check(db: Database, file: string): void {
  const clean = hasMeta(db) && getMeta(db, 'clean') === '1'
  if (clean && statSync(file).size > checkAlwaysBelowBytes) return
  // Not `quick_check`: it takes as long, and passes over an index that has lost a row.
  const found = db.pragma('integrity_check(1)', { simple: true })
  if (found !== 'ok')
    throw new LedgerError(
      'ledger.corrupt',
      `${file} is damaged (${String(found)}): it is kept as it is, restore a backup`,
    )
}

function claimFor(db: Database, centre: string): void {
  const owner = getMeta(db, 'centre')
  if (owner !== undefined && owner !== centre) {
    throw new LedgerError('ledger.foreign', `the ledger belongs to centre ${owner}, not to ${centre}`)
  }
  if (owner === undefined) {
    setMeta(db, 'centre', centre)
    setMeta(db, 'epoch', randomUUID().slice(0, 8))
  }
}

function markInUse(db: Database): void {
  setMeta(db, 'clean', '0')
}

function hasMeta(db: Database): boolean {
  return db.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'meta'").get() !== undefined
}

function getMeta(db: Database, key: string): string | undefined {
  return db.prepare<[string], { value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value
}

function setMeta(db: Database, key: string, value: string): void {
  db.prepare('INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
    key,
    value,
  )
}

function asLedgerError(error: unknown, file: string): LedgerError {
  if (error instanceof LedgerError) return error
  const code = error instanceof SqliteDatabase.SqliteError ? error.code : ''
  const words = error instanceof Error ? error.message : String(error)
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new LedgerError('ledger.corrupt', `${file} is damaged (${words}): it is kept as it is, restore a backup`)
  }
  return new LedgerError('ledger.unreadable', `${file} cannot be opened: ${words}`)
}
