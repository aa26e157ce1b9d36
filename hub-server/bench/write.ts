/**
 * `write`: appeals taken in, 64 in flight, answered after a FULL commit, against a bare better-sqlite3 loop that does the same inserts into
 * the same tables and indexes in the same group sizes.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Principal } from '../domain/access.ts'
import type { Hub } from '../service/hub.ts'
import { openHub } from '../service/open-hub.ts'
import { loadReference } from '../service/reference.ts'
import { takeAppeal } from '../service/take-appeal.ts'
import { middleOf, round, spreadOf } from './figures.ts'
import type { BenchOptions } from './bench-options.ts'
import { sampleAppeals } from './sample-appeals.ts'

const inFlight = 64
const program: Principal = { actor: { kind: 'program', id: 'bench' }, roles: [], division: null, unit: null }

/** Hub and bare loop take turns, so that a busy minute of the machine falls on both. */
const rounds = 6

export async function benchWrite({ seconds = 6, data }: BenchOptions) {
  const folder = mkdtempSync(join(data, 'write-'))
  const hub = openHub({ folder, centre: '430900000000', reference: loadReference() })
  try {
    const take = takerOf(hub)
    await take(1)
    const samples = sampleRows(hub.ledger.db)
    const times: number[] = []
    const pairs: { perSecond: number; bare: number }[] = []
    for (let round = 0; round < rounds; round += 1) {
      const own = await take(seconds / rounds)
      times.push(...own.times)
      pairs.push({ perSecond: own.perSecond, bare: bareLoop(hub, samples, seconds / rounds, round) })
    }
    return {
      work: 'appeals taken in, 64 in flight, FULL',
      perSecond: round(middleOf(pairs.map(({ perSecond }) => perSecond))),
      acknowledged: spreadOf(times),
      barePerSecond: round(middleOf(pairs.map(({ bare }) => bare))),
      ratio: round(middleOf(pairs.map(({ perSecond, bare }) => perSecond / bare))),
      goal: '≥ 0.5 of the bare loop',
    }
  } finally {
    hub.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

function takerOf(hub: Hub) {
  const next = sampleAppeals(hub.reference, 2)
  let index = 0
  return async (seconds: number) => {
    const times: number[] = []
    const start = performance.now()
    const end = start + seconds * 1000
    const worker = async () => {
      while (performance.now() < end) {
        index += 1
        const begun = performance.now()
        const answer = await takeAppeal(hub, program, next(index), `bench-${String(index)}`)
        if (!answer.ok) throw new Error(`the hub refused: ${answer.refusal.code}`)
        times.push(performance.now() - begun)
      }
    }
    await Promise.all(Array.from({ length: inFlight }, worker))
    return { times, perSecond: (times.length * 1000) / (performance.now() - start) }
  }
}

/** The rows that one appeal leaves, copied from cases of the hub, written again under new names. */
function bareLoop(hub: Hub, samples: readonly SampleRows[], seconds: number, round: number): number {
  const { db, events, audit } = hub.ledger
  const insert = preparedInserts(db)
  const group = db.transaction((from: number) => {
    for (let index = from; index < from + inFlight; index += 1)
      insert(samples[index % samples.length] as SampleRows, round * 10_000_000 + index, index)
  })
  let done = 0
  const start = performance.now()
  while (performance.now() - start < seconds * 1000) {
    group.immediate(done)
    done += inFlight
  }
  const perSecond = (done * 1000) / (performance.now() - start)
  // The hub counts on in memory and has not seen these rows.
  events.forget()
  audit.forget()
  return perSecond
}

type Row = Record<string, unknown>
type Database = Hub['ledger']['db']

interface SampleRows {
  readonly event: Row
  readonly case: Row
  readonly person: Row
  readonly answer: Row
  readonly audit: Row
  readonly nodes: readonly { node: string; queue: string; due: number }[]
  readonly words: string
}

function sampleRows(db: Database): SampleRows[] {
  const rows = (sql: string) => db.prepare<[], Row>(sql).all()
  const cases = rows('SELECT * FROM cases ORDER BY n DESC LIMIT 200')
  const answer = rows('SELECT * FROM answers LIMIT 1')[0] ?? {}
  const audit = rows('SELECT * FROM audit ORDER BY seq DESC LIMIT 1')[0] ?? {}
  const of = (sql: string, value: unknown) => db.prepare<unknown[], Row>(sql).all(value)
  return cases.map((row) => ({
    event: of('SELECT * FROM events WHERE case_id = ? AND version = 1', row['id'])[0] ?? {},
    case: row,
    person: of('SELECT * FROM people WHERE case_id = ?', row['id'])[0] ?? {},
    answer,
    audit,
    nodes: of('SELECT node, queue, due FROM queue WHERE n = ?', row['n']) as unknown as SampleRows['nodes'],
    words: `${String(row['title'])} ${String(row['board_row']).slice(0, 400)}`.replace(
      /(\p{Script=Han})(?=(\p{Script=Han}))/gu,
      '$1$2 ',
    ),
  }))
}

function preparedInserts(db: Database): (sample: SampleRows, index: number, ofRound: number) => void {
  const event = db.prepare(
    'INSERT INTO events (origin, origin_seq, case_id, version, type, at, actor, data) VALUES (@origin, @origin_seq, @case_id, 1, @type, @at, @actor, @data)',
  )
  const file = db.prepare(
    'INSERT INTO cases (id, case_code, state, title, kind, channel, category, division, lead_unit, colour, is_open, next_due, registered_ms, external_key, changed, file, board_row) VALUES (@id, @case_code, @state, @title, @kind, @channel, @category, @division, @lead_unit, @colour, @is_open, @next_due, @registered_ms, @external_key, @changed, @file, @board_row)',
  )
  const person = db.prepare(
    'INSERT INTO people (case_id, tracking_code, name, phone, phone_key, title, text, place_text) VALUES (@case_id, @tracking_code, @name, @phone, @phone_key, @title, @text, @place_text)',
  )
  const queue = db.prepare('INSERT INTO queue (node, queue, due, n) VALUES (?, ?, ?, ?)')
  const count = db.prepare(
    'INSERT INTO queue_counts (node, queue, total, red, yellow, blue, red_unacknowledged, changed) VALUES (?, ?, 1, 0, 0, 0, 0, ?) ON CONFLICT (node, queue) DO UPDATE SET total = total + 1, changed = excluded.changed',
  )
  const daily = db.prepare(
    'INSERT INTO daily_counts (node, day, name, value) VALUES (?, ?, ?, 1) ON CONFLICT (node, day, name) DO UPDATE SET value = value + 1',
  )
  const timer = db.prepare('INSERT INTO timers (case_id, due) VALUES (?, ?)')
  const answer = db.prepare('INSERT INTO answers (key, body_hash, answer, at) VALUES (@key, @body_hash, @answer, @at)')
  const audit = db.prepare(
    'INSERT INTO audit (seq, at, actor, action, object, detail, prev, hash) VALUES (@seq, @at, @actor, @action, @object, @detail, @prev, @hash)',
  )
  const search = db.prepare('INSERT INTO search (rowid, words) VALUES (?, ?)')
  const base = db.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM audit').get()?.seq ?? 0
  return (sample, index, ofRound) => {
    const id = `bare-${String(index).padStart(12, '0')}`
    event.run({ ...sample.event, origin: 'bare', origin_seq: index + 1, case_id: id })
    const { lastInsertRowid } = file.run({ ...sample.case, id, case_code: id, changed: 1_000_000_000 + index })
    const n = Number(lastInsertRowid)
    person.run({ ...sample.person, case_id: id, tracking_code: id, phone_key: id })
    for (const { node, queue: name, due } of sample.nodes) {
      queue.run(node, name, due, n)
      count.run(node, name, index)
      daily.run(node, '2026-01-01', 'registered')
      daily.run(node, '2026-01-01', 'registered.09')
    }
    timer.run(id, 1_800_000_000_000 + index)
    answer.run({ ...sample.answer, key: id })
    audit.run({ ...sample.audit, seq: base + 1 + ofRound, object: id })
    search.run(n, sample.words)
  }
}
