/** One process per ledger. The lock is the operating system's, held through a small SQLite file: a dead process holds nothing. */
import SqliteDatabase from 'better-sqlite3'
import { LedgerError } from './ledger-error.ts'

/** Takes the lock beside the ledger and gives the function that lets it go. */
export function lockFile(file: string): () => void {
  const lock = new SqliteDatabase(`${file}.lock`, { timeout: 0 })
  try {
    lock.exec('BEGIN EXCLUSIVE')
  } catch {
    lock.close()
    throw new LedgerError('ledger.locked', `${file} is in use by another hub process`)
  }
  return () => {
    if (lock.open) lock.close()
  }
}
