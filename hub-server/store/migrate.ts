/** Forward-only migrations, one transaction each; a file from a newer version is refused, never changed. */
import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { LedgerError } from './ledger-error.ts'
import { ledgerMigration } from './migrations/0001-ledger.ts'

const migrations = [ledgerMigration]
export const schemaVersion = migrations.length

/** Brings the file to this version's schema. `user_version` counts the applied migrations; their checksums are kept. */
export function migrate(db: Database): void {
  const applied = Number(db.pragma('user_version', { simple: true }))
  if (applied > schemaVersion) {
    throw new LedgerError(
      'ledger.newer',
      `the ledger was written by a newer version (schema ${String(applied)}, this one knows ${String(schemaVersion)})`,
    )
  }
  for (const { number, name, sql } of migrations.slice(applied)) {
    const checksum = createHash('sha256').update(sql).digest('hex')
    db.transaction(() => {
      db.exec(sql)
      db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)').run(
        `migration.${String(number)}`,
        `${name} ${checksum}`,
      )
      db.pragma(`user_version = ${String(number)}`)
    }).immediate()
  }
}
