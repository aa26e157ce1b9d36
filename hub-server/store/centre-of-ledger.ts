/** Whose ledger a file is, without taking it: for commands that are only given a folder. */
import SqliteDatabase from 'better-sqlite3'

/** The centre's division code; undefined when the file cannot say. */
export function centreOfLedger(file: string): string | undefined {
  try {
    const db = new SqliteDatabase(file, { readonly: true, fileMustExist: true, timeout: 5000 })
    try {
      return db.prepare<[], { value: string }>("SELECT value FROM meta WHERE key = 'centre'").get()?.value
    } finally {
      db.close()
    }
  } catch {
    return undefined
  }
}
