/** Opens the hub's doors on one port: HTTP, the pages, and the sockets. */
import { readFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { isIP } from 'node:net'
import { join } from 'node:path'
import type { Logger } from 'pino'
import { z } from 'zod'
import type { Hub } from '../service/hub.ts'
import type { AdmissionRates } from './admission.ts'
import type { Door, ReadBatch } from './door.ts'
import { makeHttpServer } from './http-server.ts'
import { makeLimits, type LimitValues } from './limits.ts'
import { makeMetrics, type Connections } from './metrics.ts'
import { makeStations, type Stations } from './station-gateway.ts'

export interface GatewayOptions {
  /** 0 takes a free one. */
  readonly port: number
  readonly host: string
  readonly logger: Logger
  /** Where the built screens lie; a plain page says what to do while they are missing. */
  readonly rendererDir: string
  readonly demo: boolean
  readonly readBatch: ReadBatch
  readonly limits?: Partial<LimitValues>
  readonly rates?: AdmissionRates
}

export interface Gateway {
  readonly port: number
  readonly url: string
  readonly connections: () => Connections
  /** Tells every station that the hub stops, and closes the port. */
  readonly close: () => Promise<void>
}

/** Rejects with the fault of `listen` when the port cannot be had, with everything closed again. */
export async function startGateway(hub: Hub, options: GatewayOptions): Promise<Gateway> {
  const opened: { stations?: Stations } = {}
  const connections = () => opened.stations?.connections() ?? { desk: 0, wall: 0, behind: 0 }
  const door: Door = {
    hub,
    logger: options.logger,
    metrics: makeMetrics(hub, connections),
    limits: makeLimits(options.limits),
    demo: options.demo,
    readBatch: options.readBatch,
    version: productVersion(),
  }
  const app = await makeHttpServer(door, {
    rendererDir: options.rendererDir,
    onSignOut: () => opened.stations?.endSessions(),
  })
  const ownNames = isIP(options.host) === 0 ? [options.host] : []
  const stations = makeStations(app.server, door, { ownNames, ...(options.rates && { rates: options.rates }) })
  opened.stations = stations
  const close = async () => {
    await stations.close()
    await app.close()
  }
  try {
    await app.listen({ port: options.port, host: options.host })
  } catch (error) {
    await close()
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  const host = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    port,
    url: `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${String(port)}`,
    connections,
    close,
  }
}

function productVersion(): string {
  const text = readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(text)).version
}
