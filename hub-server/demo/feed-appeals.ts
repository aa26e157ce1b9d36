/** Replays a file of appeals as a live feed: they arrive now, one after another, as far apart as they once came, only faster. */
import { setTimeout as delay } from 'node:timers/promises'
import type { ImportResult } from '../contract/appeal.ts'
import type { IncomingRow } from '../contract/incoming.ts'
import { msOf } from '../contract/instant.ts'
import type { Refusal } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from '../service/hub.ts'
import { countRow, isKnownRow, takeRow } from '../service/import-appeals.ts'

export interface FeedOptions {
  /** How many times faster than the file's own times. */
  readonly speed: number
  /** A line for whoever watches: every 100 rows, and one for each bad line. */
  readonly remark?: (line: string) => void
  readonly wordsOf?: (refusal: Refusal) => string
  /** Waits; ends early when the feed is stopped. */
  readonly wait?: (ms: number, stopped: AbortSignal) => Promise<void>
}

export interface Feed {
  /** How it ended, also when it was stopped. Rejects only when nothing can be stored any more, or the file cannot be read. */
  readonly finished: Promise<ImportResult>
  readonly stop: () => void
}

/** However quiet the file was, nobody waits longer than this for the next appeal. */
export const longestPauseMs = 15_000
/** Where a row says nothing of its time. */
const unknownPauseMs = 2000
const remarkEvery = 100

/** Begins at once. Rows that were taken in before are passed over without a pause, so that a restart goes on where it stopped. */
export function feedAppeals(
  hub: Hub,
  who: Principal,
  rows: AsyncIterable<IncomingRow> | Iterable<IncomingRow>,
  options: FeedOptions,
): Feed {
  const stopper = new AbortController()
  return {
    finished: replay(hub, who, rows, options, stopper.signal),
    stop: () => {
      stopper.abort()
    },
  }
}

async function replay(
  hub: Hub,
  who: Principal,
  rows: AsyncIterable<IncomingRow> | Iterable<IncomingRow>,
  { speed, remark = () => undefined, wordsOf, wait = waitFor }: FeedOptions,
  stopped: AbortSignal,
): Promise<ImportResult> {
  const result: ImportResult = { accepted: 0, duplicates: 0, rejected: [] }
  const isStopped = () => stopped.aborted
  let seen = 0
  let before: number | undefined
  for await (const row of rows) {
    if (isStopped()) break
    const timeMs = timeOf(row)
    if (isKnownRow(hub, row)) result.duplicates += 1
    else {
      if (row.incoming.ok && result.accepted > 0) await wait(pauseMs(before, timeMs, speed), stopped)
      if (isStopped()) break
      const badBefore = result.rejected.length
      countRow(result, row.line, await takeRow(hub, who, row, false), wordsOf)
      const bad = result.rejected[badBefore]
      if (bad !== undefined) remark(`feed: line ${bad.line} is not taken: ${bad.code} ${bad.detail}`)
    }
    before = timeMs ?? before
    seen += 1
    if (seen % remarkEvery === 0) remark(`feed: ${seen} rows: ${totalsOf(result)}`)
  }
  remark(`feed: ended after ${seen} rows: ${totalsOf(result)}`)
  return result
}

function pauseMs(beforeMs: number | undefined, timeMs: number | undefined, speed: number): number {
  if (beforeMs === undefined || timeMs === undefined) return unknownPauseMs
  return Math.min(Math.max((timeMs - beforeMs) / speed, 0), longestPauseMs)
}

function timeOf({ incoming }: IncomingRow): number | undefined {
  if (!incoming.ok) return undefined
  const at = incoming.value.history?.registeredAt ?? incoming.value.appeal.occurredAt
  return at === undefined ? undefined : msOf(at)
}

async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await delay(ms, undefined, { signal }).catch((error: unknown) => {
    if (!signal.aborted) throw error
  })
}

function totalsOf({ accepted, duplicates, rejected }: ImportResult): string {
  return `${accepted} taken in, ${duplicates} known already, ${rejected.length} not taken`
}
