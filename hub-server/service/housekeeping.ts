/** What is thrown away with time: answers to old command ids, ended sessions. And the write-ahead log is kept small. */
import { DAY_MS, HOUR_MS, msOf } from '../contract/instant.ts'
import type { Hub } from './hub.ts'

/** A desk may be away for days and send its commands again: their answers are kept this long. */
const answersKeptMs = 30 * DAY_MS

/** One round of it. */
export async function keepHouse(hub: Hub): Promise<void> {
  const now = msOf(hub.now())
  await hub.commits.submit(() => {
    hub.ledger.answers.forgetBefore(now - answersKeptMs)
    hub.ledger.accounts.endExpired(now)
  })
  hub.ledger.db.pragma('wal_checkpoint(PASSIVE)')
}

/** Once an hour; gives the function that stops it. */
export function startHousekeeping(hub: Hub, onError: (error: unknown) => void): () => void {
  const timer = setInterval(() => {
    keepHouse(hub).catch(onError)
  }, HOUR_MS)
  return () => {
    clearInterval(timer)
  }
}
