/** Accounts, their sessions, and the keys of other programs. Only hashes of secrets are kept. */
import type { Database } from 'better-sqlite3'
import type { Role } from '../contract/vocabulary.ts'

export interface Account {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly passwordHash: string
  readonly roles: readonly Role[]
  /** Division of his centre: his area. */
  readonly division: string
  readonly unit: string | null
  readonly disabled: boolean
  readonly failures: number
  readonly lockedUntilMs: number
}

export type NewAccount = Omit<Account, 'disabled' | 'failures' | 'lockedUntilMs'> & { readonly disabled?: boolean }

interface AccountRow {
  id: string
  username: string
  name: string
  password_hash: string
  roles: string
  division: string
  unit: string | null
  disabled: number
  failures: number
  locked_until: number
}

export interface ApiKey {
  readonly id: string
  readonly name: string
  readonly created: number
  readonly revoked: number | null
}

export function accountsIn(db: Database) {
  const insert = db.prepare(
    'INSERT INTO accounts (id, username, name, password_hash, roles, division, unit, disabled) VALUES (@id, @username, @name, @passwordHash, @roles, @division, @unit, @disabled)',
  )
  const byUsername = db.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE username = ?')
  const byId = db.prepare<[string], AccountRow>('SELECT * FROM accounts WHERE id = ?')
  const all = db.prepare<[], AccountRow>('SELECT * FROM accounts ORDER BY username')
  const setPassword = db.prepare('UPDATE accounts SET password_hash = ?, failures = 0, locked_until = 0 WHERE id = ?')
  const setFailures = db.prepare('UPDATE accounts SET failures = ?, locked_until = ? WHERE id = ?')
  const insertSession = db.prepare(
    'INSERT INTO sessions (token_hash, account_id, created, expires) VALUES (?, ?, ?, ?)',
  )
  const session = db.prepare<[string], { account_id: string; expires: number }>(
    'SELECT account_id, expires FROM sessions WHERE token_hash = ?',
  )
  const endSession = db.prepare('DELETE FROM sessions WHERE token_hash = ?')
  const endSessionsOf = db.prepare('DELETE FROM sessions WHERE account_id = ?')
  const endExpired = db.prepare('DELETE FROM sessions WHERE expires < ?')
  const insertKey = db.prepare('INSERT INTO api_keys (id, name, key_hash, created) VALUES (?, ?, ?, ?)')
  const keyByHash = db.prepare<[string], { id: string; name: string; revoked: number | null }>(
    'SELECT id, name, revoked FROM api_keys WHERE key_hash = ?',
  )
  const allKeys = db.prepare<[], ApiKey>('SELECT id, name, created, revoked FROM api_keys ORDER BY created')
  const revokeKey = db.prepare('UPDATE api_keys SET revoked = ? WHERE (id = ? OR name = ?) AND revoked IS NULL')
  let endings = 0
  const counted = (changes: number): number => {
    endings += changes
    return changes
  }

  return {
    insert: ({ disabled = false, ...account }: NewAccount): void => {
      insert.run({ ...account, roles: JSON.stringify(account.roles), disabled: disabled ? 1 : 0 })
    },
    byUsername: (username: string): Account | undefined => toAccount(byUsername.get(username)),
    byId: (id: string): Account | undefined => toAccount(byId.get(id)),
    all: (): Account[] => all.all().map((row) => accountOf(row)),
    setPassword: (id: string, passwordHash: string): void => {
      setPassword.run(passwordHash, id)
    },
    setFailures: (id: string, failures: number, lockedUntilMs: number): void => {
      setFailures.run(failures, lockedUntilMs, id)
    },
    beginSession: (tokenHash: string, accountId: string, createdMs: number, expiresMs: number): void => {
      insertSession.run(tokenHash, accountId, createdMs, expiresMs)
    },
    session: (tokenHash: string) => session.get(tokenHash),
    endSession: (tokenHash: string): boolean => counted(endSession.run(tokenHash).changes) > 0,
    endSessionsOf: (accountId: string): number => counted(endSessionsOf.run(accountId).changes),
    endExpired: (nowMs: number): number => counted(endExpired.run(nowMs).changes),
    /** Grows when a session ends: whoever holds a connection for one looks whether it was his. */
    endings: (): number => endings,
    addKey: (id: string, name: string, keyHash: string, createdMs: number): void => {
      insertKey.run(id, name, keyHash, createdMs)
    },
    keyByHash: (keyHash: string) => keyByHash.get(keyHash),
    keys: (): ApiKey[] => allKeys.all(),
    revokeKey: (idOrName: string, atMs: number): boolean => revokeKey.run(atMs, idOrName, idOrName).changes > 0,
  }
}

function toAccount(row: AccountRow | undefined): Account | undefined {
  return row && accountOf(row)
}

function accountOf(row: AccountRow): Account {
  return {
    id: row.id,
    username: row.username,
    name: row.name,
    passwordHash: row.password_hash,
    roles: JSON.parse(row.roles) as Role[],
    division: row.division,
    unit: row.unit,
    disabled: row.disabled === 1,
    failures: row.failures,
    lockedUntilMs: row.locked_until,
  }
}
