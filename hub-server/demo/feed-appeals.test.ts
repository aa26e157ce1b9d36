import { expect, test } from 'vitest'
import { hubWithClock } from '../../test/support/hub-with-clock.ts'
import type { IncomingRow } from '../contract/incoming.ts'
import { granted, refused } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from '../service/hub.ts'
import { feedAppeals, longestPauseMs } from './feed-appeals.ts'

const now = '2026-11-23T09:00:00+08:00'
const feeder: Principal = { actor: { kind: 'system', id: 'feed' }, roles: [], division: null, unit: null }

/** Rows that once came at these hours of a day long ago. */
function rowsAt(...times: readonly string[]): IncomingRow[] {
  return times.map((time, index) => ({
    line: index + 1,
    incoming: granted({
      appeal: {
        channel: 'web',
        kind: 'complaint',
        title: `第${String(index + 1)}件：渠道堵塞`,
        text: '田里灌不进水。',
        citizen: {},
        divisionCode: '430922112006',
      },
      history: { registeredAt: `2015-06-01T${time}+08:00` },
    }),
  }))
}

function startFeed(hub: Hub, rows: readonly IncomingRow[], speed = 3600) {
  const pauses: number[] = []
  const remarks: string[] = []
  const feed = feedAppeals(hub, feeder, rows, {
    speed,
    remark: (line) => remarks.push(line),
    wait: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
  })
  return { feed, pauses, remarks }
}

test('appeals arrive now, as far apart as they once came divided by the speed, and never more than fifteen seconds', async () => {
  const { hub } = hubWithClock(now)
  const { feed, pauses } = startFeed(hub, rowsAt('08:00:00', '08:30:00', '10:30:00', '23:59:00', '23:00:00'), 720)
  expect(await feed.finished).toEqual({ accepted: 5, duplicates: 0, rejected: [] })
  expect(pauses).toEqual([2500, 10_000, longestPauseMs, 0])
  const files = [...hub.ledger.events.caseIds()].map(({ case_id: id }) => hub.ledger.cases.byId(id)?.file)
  expect(files[0]).toMatchObject({
    registeredAt: now,
    stage: { state: 'registered' },
    facts: { occurredAt: '2015-06-01T08:00:00+08:00' },
  })
  expect(files[0]?.clocks.length).toBeGreaterThan(0)
})

test('a feed that begins again goes on where it stopped, without waiting for what it knows', async () => {
  const { hub } = hubWithClock(now)
  const rows = rowsAt('08:00:00', '09:00:00', '10:00:00', '11:00:00')
  await startFeed(hub, rows.slice(0, 2)).feed.finished
  const again = startFeed(hub, rows)
  expect(await again.feed.finished).toEqual({ accepted: 2, duplicates: 2, rejected: [] })
  expect(again.pauses).toEqual([1000])
})

test('a bad line is reported and the feed goes on', async () => {
  const { hub } = hubWithClock(now)
  const bad: IncomingRow = {
    line: 9,
    incoming: refused('input.invalid', undefined, [{ path: 'line', reason: 'input.notJson' }]),
  }
  const { feed, remarks } = startFeed(hub, [bad, ...rowsAt('08:00:00')])
  expect(await feed.finished).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: [{ line: 9, code: 'input.invalid', detail: 'line: input.notJson' }],
  })
  expect(remarks[0]).toContain('line 9')
})

test('every hundred rows it tells how far it is', async () => {
  const { hub } = hubWithClock(now)
  const { feed, remarks } = startFeed(hub, rowsAt(...Array.from({ length: 250 }, () => '08:00:00')))
  await feed.finished
  expect(remarks).toEqual([
    'feed: 100 rows: 100 taken in, 0 known already, 0 not taken',
    'feed: 200 rows: 200 taken in, 0 known already, 0 not taken',
    'feed: ended after 250 rows: 250 taken in, 0 known already, 0 not taken',
  ])
})

test('a feed that is stopped ends at once and says what it did', async () => {
  const { hub } = hubWithClock(now)
  const feed = feedAppeals(hub, feeder, rowsAt('08:00:00', '23:00:00'), { speed: 1 })
  feed.stop()
  expect((await feed.finished).accepted).toBeLessThan(2)
})
