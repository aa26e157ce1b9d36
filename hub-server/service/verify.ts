/** Proving a ledger: the file is sound, the audit chain holds, and everything the screens see follows from the events alone. */
import { msOf } from '../contract/instant.ts'
import { nextTurn } from '../domain/time-alert.ts'
import type { Hub } from './hub.ts'
import { deriveCase, type DerivedCase } from './derive-case.ts'

export interface Verification {
  readonly ok: boolean
  readonly integrity: string
  readonly audit: { readonly rows: number; readonly firstBad: number | null }
  readonly cases: number
  readonly events: number
  /** The first differences found, in words; at most 20. */
  readonly differences: readonly string[]
}

const mostDifferences = 20

export function verify(hub: Hub): Verification {
  const integrity = String(hub.ledger.db.pragma('integrity_check(1)', { simple: true }))
  const audit = verifyAudit(hub)
  const { cases, differences } = compareWithEvents(hub)
  return {
    ok: integrity === 'ok' && audit.firstBad === null && differences.length === 0,
    integrity,
    audit,
    cases,
    events: hub.ledger.events.lastSeq(),
    differences,
  }
}

function verifyAudit(hub: Hub): { rows: number; firstBad: number | null } {
  return hub.ledger.audit.verify()
}

function compareWithEvents(hub: Hub): { cases: number; differences: string[] } {
  const differences: string[] = []
  const say = (difference: string) => {
    if (differences.length < mostDifferences) differences.push(difference)
  }
  const sums = new Sums()
  let cases = 0
  for (const { case_id: caseId } of hub.ledger.events.caseIds()) {
    cases += 1
    const derived = deriveCase(hub, caseId, hub.ledger.events.course(caseId))
    const stored = hub.ledger.cases.byId(caseId)
    if (derived === undefined || stored === undefined) {
      say(`${caseId}: has events and no row`)
      continue
    }
    compareCase(hub, derived, stored.n, say)
    sums.add(derived, stored.n)
  }
  if (cases !== hub.ledger.cases.count())
    say(`${String(hub.ledger.cases.count())} rows for ${String(cases)} cases of the ledger`)
  sums.compare(hub, say)
  return { cases, differences }
}

function compareCase(hub: Hub, derived: DerivedCase, n: number, say: (difference: string) => void): void {
  const code = derived.file.facts.caseCode
  const record = hub.ledger.cases.byNumber(n)
  if (record?.file !== JSON.stringify(derived.file)) say(`${code}: its file differs from its events`)
  if (record?.board_row !== derived.columns.boardRow) say(`${code}: its board row differs from its events`)
  if (record?.changed !== derived.columns.changed) say(`${code}: its place in the feed differs from its last event`)
  if (!timerFits(hub, derived)) say(`${code}: its timer differs from its clocks`)
}

/** A look that changed nothing moves the timer on without an event: it lies between the first turn after the last event and the next from now. */
function timerFits(hub: Hub, { file, timerMs }: DerivedCase): boolean {
  const set = hub.ledger.timers.of(file.id)
  const next = nextTurn(file, hub.now())
  if (set === undefined) return timerMs === undefined || next === undefined
  return timerMs !== undefined && set >= timerMs && (next === undefined || set <= msOf(next))
}

/** Queue places and counts summed over all cases, for one comparison at the end. */
class Sums {
  readonly #places = new Set<string>()
  readonly #queues = new Map<string, number>()
  readonly #days = new Map<string, number>()

  add({ standing, counted }: DerivedCase, n: number): void {
    for (const node of standing.nodes) {
      for (const queue of standing.queues) {
        this.#places.add(`${node} ${queue} ${String(standing.nextDueMs)} ${String(n)}`)
        for (const column of columnsOf(standing)) bump(this.#queues, `${node} ${queue} ${column}`)
      }
    }
    for (const { nodes, names, hour, day } of counted) {
      const all = hour === undefined ? names : [...names, `registered.${hour}`]
      for (const node of nodes) for (const name of all) bump(this.#days, `${node} ${day} ${name}`)
    }
  }

  compare({ ledger }: Hub, say: (difference: string) => void): void {
    for (const { node, queue, due, n } of ledger.queue.places()) {
      if (!this.#places.delete(`${node} ${queue} ${String(due)} ${String(n)}`))
        say(`queue ${queue} of ${node} holds case ${String(n)} wrongly`)
    }
    for (const place of this.#places) say(`queue place missing: ${place}`)
    for (const { node, queue, ...counts } of ledger.queue.allCounts()) {
      for (const [column, value] of Object.entries(counts)) {
        const name = `${node} ${queue} ${column}`
        if ((this.#queues.get(name) ?? 0) !== value)
          say(`count ${name} is ${String(value)}, the events say ${String(this.#queues.get(name) ?? 0)}`)
        this.#queues.delete(name)
      }
    }
    for (const [name, value] of this.#queues) say(`count ${name} is missing, the events say ${String(value)}`)
    for (const { node, day, name, value } of ledger.counts.all()) {
      const key = `${node} ${day} ${name}`
      if ((this.#days.get(key) ?? 0) !== value)
        say(`daily count ${key} is ${String(value)}, the events say ${String(this.#days.get(key) ?? 0)}`)
      this.#days.delete(key)
    }
    for (const [key, value] of this.#days) say(`daily count ${key} is missing, the events say ${String(value)}`)
  }
}

function columnsOf(standing: DerivedCase['standing']): string[] {
  const columns = ['total', ...(standing.colour === null ? [] : [standing.colour])]
  return standing.colour === 'red' && standing.unacknowledged ? [...columns, 'red_unacknowledged'] : columns
}

function bump(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1)
}
