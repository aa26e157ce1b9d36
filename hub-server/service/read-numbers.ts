/** Every number on a screen, read from counters that were kept in the transaction. A node is a division, or `u:` and a unit. */
import type { AreaRow, FlowNumbers, QueueCount, QueueNumbers, RateNumbers } from '../contract/board.ts'
import { dayOf, instantOf, msOf, DAY_MS } from '../contract/instant.ts'
import { openPerTenThousand } from '../contract/population.ts'
import { queueNames, type QueueName } from '../contract/vocabulary.ts'
import type { QueueCountRow } from '../store/queue.ts'
import type { Hub } from './hub.ts'

/** Each open case stands in exactly one of these. */
export const stateQueues = [
  'triage',
  'acknowledge',
  'handling',
  'returns',
  'review',
  'followUp',
] as const satisfies readonly QueueName[]

const nothing = { total: 0, red: 0, yellow: 0, blue: 0 }

export function queueNumbers(hub: Hub, node: string): QueueNumbers {
  const rows = new Map(hub.ledger.queue.counts(node).map((row) => [row.queue, row]))
  const ofStates = stateQueues.flatMap((name) => rows.get(name) ?? [])
  const open = ofStates.reduce<QueueCount>(added, nothing)
  const queues = Object.fromEntries(
    queueNames.map((name) => [name, name === 'open' ? open : shown(rows.get(name))]),
  ) as Record<QueueName, QueueCount>
  const redUnacknowledged = ofStates.reduce((sum, row) => sum + row.red_unacknowledged, 0)
  return {
    id: 'queues',
    scope: node,
    queues,
    alerts: { red: open.red, yellow: open.yellow, blue: open.blue, redUnacknowledged },
  }
}

/** Today from midnight in Shanghai. */
export function flowNumbers(hub: Hub, node: string): FlowNumbers {
  const now = hub.now()
  const day = dayOf(now)
  const today = hub.ledger.counts.between(node, day, day)
  const hour = Number(now.slice(11, 13))
  const yesterday = dayOf(instantOf(msOf(now) - DAY_MS))
  return {
    id: 'today',
    scope: node,
    day,
    registered: today.registered ?? 0,
    registeredYesterday: hub.ledger.counts.registeredBefore(node, yesterday, hour),
    hour,
    dispatched: today.dispatched ?? 0,
    acknowledged: today.acknowledged ?? 0,
    concluded: today.concluded ?? 0,
    closed: today.closed ?? 0,
    expired: today.expired ?? 0,
  }
}

/** The three rates of the month so far (rules.md 5.1): always with what they are made of. */
export function rateNumbers(hub: Hub, node: string): RateNumbers {
  const to = dayOf(hub.now())
  const from = `${to.slice(0, 8)}01`
  const sums = hub.ledger.counts.between(node, from, to)
  return {
    id: 'rates',
    scope: node,
    from,
    to,
    response: { numerator: sums.contactMet ?? 0, denominator: sums.contactEnded ?? 0 },
    resolution: { numerator: sums.solved ?? 0, denominator: sums.followedUp ?? 0 },
    satisfaction: { numerator: sums.pleased ?? 0, denominator: sums.rated ?? 0 },
  }
}

/** A division and its children, for a map: the rate of an area without a count of its own is that of the area it is counted in. */
export function areaRows(hub: Hub, division: string): AreaRow[] {
  const { reference } = hub
  const codes = [division, ...reference.childrenOf(division).map((child) => child.code)]
  const numbers = new Map(codes.map((code) => [code, queueNumbers(hub, code).queues]))
  const open = new Map(codes.map((code) => [code, numbers.get(code)?.open.total ?? 0]))
  const rates = openPerTenThousand(open, reference.population)
  return codes.map((code) => ({
    id: code,
    name: reference.divisions.get(code)?.shortName ?? code,
    open: open.get(code) ?? 0,
    overdue: numbers.get(code)?.overdue.total ?? 0,
    red: numbers.get(code)?.open.red ?? 0,
    yellow: numbers.get(code)?.open.yellow ?? 0,
    blue: numbers.get(code)?.open.blue ?? 0,
    perTenThousand: rates.get(code) ?? null,
  }))
}

function shown(row: QueueCountRow | undefined): QueueCount {
  return row === undefined ? nothing : { total: row.total, red: row.red, yellow: row.yellow, blue: row.blue }
}

function added(sum: QueueCount, row: QueueCountRow): QueueCount {
  return {
    total: sum.total + row.total,
    red: sum.red + row.red,
    yellow: sum.yellow + row.yellow,
    blue: sum.blue + row.blue,
  }
}
