/** What a hub started with `--demo` brings along: accounts, sixty days of history, and a live office or a feed it works on. */
import type { IncomingRow } from '../contract/incoming.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import { addDemoAccounts } from '../service/demo-accounts.ts'
import type { Hub } from '../service/hub.ts'
import { feedAppeals, type Feed } from './feed-appeals.ts'
import { startLiveOffice } from './live-office.ts'
import { makeHistory } from './make-history.ts'

export interface DemonstrationOptions {
  /** Real appeals that come instead of invented ones. */
  readonly feed?: {
    readonly rows: AsyncIterable<IncomingRow>
    readonly speed: number
    readonly wordsOf: (refusal: Refusal) => string
  }
  /** How much history a new hub gets; 6,000 cases when not given. */
  readonly historyCases?: number
  readonly remark: (line: string) => void
  /** Is told of every fault of the office or the feed; none of them stops the hub. */
  readonly onError: (error: unknown) => void
}

export interface Demonstration {
  /** Lets the office go on; called when the doors are open. */
  readonly begin: () => void
  readonly stop: () => Promise<void>
}

const seed = 20_261_122
const feedProgram: Principal = { actor: { kind: 'system', id: 'feed' }, roles: [], division: null, unit: null }
const historyDays = 60
const historyCases = 6000
const appealEverySeconds = 20

/** A hub that has cases already keeps them: its office goes on where it was left. */
export async function startDemonstration(hub: Hub, options: DemonstrationOptions): Promise<Demonstration> {
  await addDemoAccounts(hub)
  if (hub.ledger.events.lastSeq() === 0) giveHistory(hub, options)
  const stops: (() => Promise<void>)[] = []
  return {
    begin: () => {
      stops.push(beginOffice(hub, options))
      if (options.feed !== undefined) stops.push(beginFeed(hub, options.feed, options))
    },
    stop: async () => {
      for (const stop of stops) await stop()
    },
  }
}

function giveHistory(hub: Hub, { remark, historyCases: cases = historyCases }: DemonstrationOptions): void {
  remark(`making ${historyDays} days of history, some ${cases} cases …`)
  const startedMs = performance.now()
  const counts = makeHistory(hub, { days: historyDays, cases, until: hub.now(), seed })
  hub.ledger.db.pragma('wal_checkpoint(TRUNCATE)')
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1)
  remark(`history: ${counts.cases} cases, ${counts.commands} commands, ${seconds} s`)
}

function beginOffice(hub: Hub, { feed, onError }: DemonstrationOptions): () => Promise<void> {
  return startLiveOffice(hub, {
    seed: seed + hub.ledger.events.lastSeq(),
    everySeconds: feed === undefined ? appealEverySeconds : 0,
    onError,
  })
}

function beginFeed(
  hub: Hub,
  { rows, speed, wordsOf }: NonNullable<DemonstrationOptions['feed']>,
  { remark, onError }: DemonstrationOptions,
): () => Promise<void> {
  const feed: Feed = feedAppeals(hub, feedProgram, rows, { speed, remark, wordsOf })
  const ended = feed.finished.then(() => undefined, onError)
  return async () => {
    feed.stop()
    await ended
  }
}
