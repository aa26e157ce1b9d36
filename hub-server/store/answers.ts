/** Answers by command id, so that the same command twice is done once and answered alike. Kept 30 days. */
import type { Database } from 'better-sqlite3'

export interface KeptAnswer {
  readonly body_hash: string
  readonly answer: string
}

export function answersIn(db: Database) {
  const recall = db.prepare<[string], KeptAnswer>('SELECT body_hash, answer FROM answers WHERE key = ?')
  const keep = db.prepare('INSERT INTO answers (key, body_hash, answer, at) VALUES (?, ?, ?, ?)')
  const forget = db.prepare('DELETE FROM answers WHERE at < ?')
  return {
    recall: (key: string): KeptAnswer | undefined => recall.get(key),
    keep: (key: string, bodyHash: string, answer: string, atMs: number): void => {
      keep.run(key, bodyHash, answer, atMs)
    },
    forgetBefore: (ms: number): number => forget.run(ms).changes,
  }
}
