import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { centreOfLedger } from './centre-of-ledger.ts'
import { LedgerError } from './ledger-error.ts'
import { schemaVersion } from './migrate.ts'
import { openLedger } from './open-ledger.ts'

const city = '430900000000'
let folder = ''
let file = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-ledger-'))
  file = join(folder, 'hub.sqlite')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

function refusalOf(open: () => unknown): { code: string; message: string } {
  try {
    open()
  } catch (error) {
    if (error instanceof LedgerError) return { code: error.code, message: error.message }
    throw error
  }
  throw new Error('the ledger opened')
}

function closedLedger(): void {
  const ledger = openLedger(file, city)
  ledger.caseNumbers.next('2026-11-25')
  ledger.close()
}

test('an acknowledged write survives a power cut: WAL, and synchronous reads back FULL on every opening (T38)', () => {
  closedLedger()
  const ledger = openLedger(file, city)
  expect(ledger.db.pragma('journal_mode', { simple: true })).toBe('wal')
  expect(ledger.db.pragma('synchronous', { simple: true })).toBe(2)
  expect(ledger.db.pragma('foreign_keys', { simple: true })).toBe(1)
  ledger.close()
})

test('every table refuses a value of the wrong kind', () => {
  const ledger = openLedger(file, city)
  const loose = ledger.db
    .prepare<[], { name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'",
    )
    .all()
  expect(loose).toEqual([])
  ledger.close()
})

test('two hubs never write one file; a dead one’s lock holds nothing (T42)', () => {
  const first = openLedger(file, city)
  expect(refusalOf(() => openLedger(file, city)).code).toBe('ledger.locked')
  first.close()
  openLedger(file, city).close()
})

test('a damaged file is refused with one line and kept as it is (T41)', () => {
  closedLedger()
  const bytes = readFileSync(file)
  bytes.fill(0x5a, 4096, 4096 * 6)
  writeFileSync(file, bytes)
  const { code, message } = refusalOf(() => openLedger(file, city))
  expect(code).toBe('ledger.corrupt')
  expect(message).not.toContain('\n')
  expect(readFileSync(file).equals(bytes)).toBe(true)
})

test('what is no ledger is refused: an empty file, some text, a folder', () => {
  writeFileSync(file, '')
  expect(refusalOf(() => openLedger(file, city)).code).toBe('ledger.corrupt')
  writeFileSync(file, 'not a database, but longer than a header of a hundred bytes '.repeat(4))
  expect(refusalOf(() => openLedger(file, city)).code).toBe('ledger.corrupt')
  rmSync(file)
  mkdirSync(file)
  expect(refusalOf(() => openLedger(file, city)).code).toBe('ledger.unreadable')
})

test('a ledger belongs to one centre', () => {
  closedLedger()
  expect(centreOfLedger(file)).toBe(city)
  expect(refusalOf(() => openLedger(file, '430922000000')).code).toBe('ledger.foreign')
})

test('a file of a newer version is refused and not touched (T45)', () => {
  closedLedger()
  const db = new SqliteDatabase(file)
  db.pragma(`user_version = ${String(schemaVersion + 1)}`)
  db.close()
  expect(refusalOf(() => openLedger(file, city)).code).toBe('ledger.newer')
})

test('facts and the audit trail are append-only, also for our own code', () => {
  const ledger = openLedger(file, city)
  const actor = { kind: 'system', id: 'test' } as const
  ledger.audit.append({ at: '2026-11-25T09:00:00+08:00', actor, action: 'test', object: 'x', detail: {} })
  expect(() => ledger.db.exec("UPDATE audit SET action = 'other'")).toThrow('append-only')
  expect(() => ledger.db.exec('DELETE FROM audit')).toThrow('append-only')
  ledger.close()
})

test('the audit chain names the first row that was changed, taken out or moved (T66)', () => {
  const ledger = openLedger(file, city)
  const actor = { kind: 'system', id: 'test' } as const
  for (let row = 1; row <= 6; row += 1) {
    ledger.audit.append({
      at: '2026-11-25T09:00:00+08:00',
      actor,
      action: 'test',
      object: `case ${String(row)}`,
      detail: {},
    })
  }
  expect(ledger.audit.verify()).toEqual({ rows: 6, firstBad: null })
  ledger.db.exec('DROP TRIGGER audit_is_fixed; DROP TRIGGER audit_is_kept')
  ledger.db.exec("UPDATE audit SET object = 'case 9' WHERE seq = 4")
  expect(ledger.audit.verify()).toEqual({ rows: 3, firstBad: 4 })
  ledger.db.exec("UPDATE audit SET object = 'case 4' WHERE seq = 4; DELETE FROM audit WHERE seq = 2")
  expect(ledger.audit.verify()).toEqual({ rows: 1, firstBad: 3 })
  ledger.close()
})

test('a start that was killed while it made the ledger stands in nobody’s way', () => {
  writeFileSync(`${file}.new`, 'half of a ledger')
  writeFileSync(`${file}.new-journal`, 'and of its journal')
  closedLedger()
  const ledger = openLedger(file, city)
  expect(ledger.caseNumbers.next('2026-11-25')).toBe(2)
  ledger.close()
  expect(readdirSync(folder).filter((name) => name.includes('.new'))).toEqual([])
})

test.skipIf(process.platform === 'win32')('personal data is its owner’s alone', () => {
  const ledger = openLedger(file, city)
  ledger.caseNumbers.next('2026-11-25')
  for (const end of ['', '-wal', '-shm']) expect(statSync(`${file}${end}`).mode & 0o077, end).toBe(0)
  ledger.close()
})
