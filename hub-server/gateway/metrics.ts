/** What the hub measures of itself, for Prometheus. Labels are closed lists: never ids, names or places. */
import { statSync } from 'node:fs'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { msOf } from '../contract/instant.ts'
import type { Hub } from '../service/hub.ts'
import { queueNumbers } from '../service/read-numbers.ts'

export interface Connections {
  readonly desk: number
  readonly wall: number
  /** Set aside because they do not read. */
  readonly behind: number
}

export type Metrics = ReturnType<typeof makeMetrics>

export function makeMetrics(hub: Hub, connections: () => Connections) {
  const registry = new Registry()
  // Memory, CPU and the event loop's lag.
  collectDefaultMetrics({ register: registry })
  addGauges(registry, hub, connections)
  const registers = [registry]
  const counter = <L extends string>(name: string, help: string, labelNames: L[] = []) =>
    new Counter({ name: `fengqiao_${name}`, help, labelNames, registers })
  return {
    registry,
    commands: counter('commands_total', 'Commands by type and outcome', ['type', 'outcome']),
    commandSeconds: new Histogram({
      name: 'fengqiao_command_seconds',
      help: 'From the order to its answer after the commit',
      buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
      registers,
    }),
    casesPerFrame: new Histogram({
      name: 'fengqiao_cases_per_frame',
      help: 'Cases that changed in one frame of the feed',
      buckets: [1, 2, 5, 10, 20, 50, 100, 200, 500],
      registers,
    }),
    changesSent: counter('changes_sent_total', 'Rows sent to desks and walls'),
    requests: counter('requests_total', 'HTTP requests by status class', ['status']),
    signIns: counter('sign_ins_total', 'Sign-ins by outcome', ['outcome']),
    unknownEvents: counter('unknown_events_total', 'Socket events nobody knows'),
  }
}

/** Read when they are asked for, not kept. */
function addGauges(registry: Registry, hub: Hub, connections: () => Connections): void {
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name: `fengqiao_${name}`,
      help,
      registers: [registry],
      collect() {
        this.set(read())
      },
    })
  gauge('desk_connections', 'Open sockets of desks', () => connections().desk)
  gauge('wall_connections', 'Open sockets of walls', () => connections().wall)
  gauge('commits', 'Commits since the start', () => hub.commits.totals.commits)
  gauge('commit_steps', 'Steps in those commits: how many share one', () => hub.commits.totals.steps)
  gauge('stations_behind', 'Sockets set aside because they do not read', () => connections().behind)
  gauge('open_cases', 'Cases not ended', () => queueNumbers(hub, hub.centre.code).queues.open.total)
  gauge('timers_due', 'Timers past their moment', () => hub.ledger.timers.due(msOf(hub.now()), 10_000).length)
  gauge('wal_bytes', 'Size of the write-ahead log', () => sizeOf(`${hub.ledger.file}-wal`))
  gauge('last_seq', 'Number of the last fact in the ledger', () => hub.ledger.events.lastSeq())
}

function sizeOf(file: string): number {
  try {
    return statSync(file).size
  } catch {
    return 0
  }
}
