/** A real hub on loopback in a folder of its own: its file, its doors, desks and walls over real sockets, and a clock to push. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { z } from 'zod'
import { batchReader } from '../../hub-server/command-line/batch-reader.ts'
import { appealAnswerSchema, type AppealAnswer } from '../../hub-server/contract/appeal.ts'
import { instantOf, msOf, type Instant } from '../../hub-server/contract/instant.ts'
import { problemSchema } from '../../hub-server/contract/refusal.ts'
import { sessionSchema } from '../../hub-server/contract/session.ts'
import type { AdmissionRates } from '../../hub-server/gateway/admission.ts'
import type { LimitValues } from '../../hub-server/gateway/limits.ts'
import { makeLogger } from '../../hub-server/gateway/logger.ts'
import { startGateway, type Gateway } from '../../hub-server/gateway/start-gateway.ts'
import { addDemoAccounts, demoIntakeKey, demoPassword } from '../../hub-server/service/demo-accounts.ts'
import type { Hub } from '../../hub-server/service/hub.ts'
import { openHub } from '../../hub-server/service/open-hub.ts'
import { loadReference, type Reference } from '../../hub-server/service/reference.ts'
import { runTimers } from '../../hub-server/service/run-timers.ts'
import { openStation, type Station } from './stations.ts'

export const city = '430900000000'
export const county = '430922000000'
export const township = '430922112000'
export const village = '430922112006'
/** A county beside the one of the demonstration accounts. */
export const otherCounty = '430903000000'
export const housing = `${city}.housing`
export const intakeKey = demoIntakeKey

export interface HubStart {
  /** Division code of the centre: the city unless said otherwise. */
  readonly centre?: string
  /** The demonstration accounts and the intake key; yes unless said otherwise. */
  readonly demo?: boolean
  /** Where the clock stands; without it the hub goes by the clock of the machine. */
  readonly clock?: Instant
  readonly limits?: Partial<LimitValues>
  readonly rates?: AdmissionRates
  readonly rendererDir?: string
}

export interface Asked {
  readonly token?: string | undefined
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
}

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface RunningHub {
  readonly hub: () => Hub
  readonly url: () => string
  readonly folder: string
  /** What the hub wrote to its log. */
  readonly log: () => string
  /** A request below `/api/v1`, or to a path that begins elsewhere (`/healthz`). */
  readonly ask: (method: string, path: string, asked?: Asked) => Promise<Told>
  readonly signIn: (username: string, password?: string) => Promise<string>
  /** An appeal through the door of programs. */
  readonly takeIn: (appeal?: object, key?: string) => Promise<AppealAnswer>
  readonly desk: (token: string, auth?: object) => Promise<Station>
  readonly wall: (token: string) => Promise<Station>
  /** Pushes the clock; what falls due on the way happens. */
  readonly wait: (span: { readonly days?: number; readonly hours?: number; readonly minutes?: number }) => Promise<void>
  /** Ends the hub and starts it again over the same file and on the same port. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

let reference: Reference | undefined

/** Starts a hub. Whoever starts one must stop it. */
export async function startHub(start: HubStart = {}): Promise<RunningHub> {
  reference ??= loadReference()
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-hub-'))
  const lines: string[] = []
  const clock = { ms: start.clock === undefined ? undefined : msOf(start.clock) }
  const stations = new Set<Station>()
  let opened = await open({ folder, start, clock, lines, port: 0 })

  const ask = (method: string, path: string, asked: Asked = {}) => askOver(opened.gateway.url, method, path, asked)
  const connect = async (namespace: string, auth: object): Promise<Station> => {
    const station = await openStation(`${opened.gateway.url}${namespace}`, auth)
    stations.add(station)
    return station
  }
  return {
    hub: () => opened.hub,
    url: () => opened.gateway.url,
    folder,
    log: () => lines.join(''),
    ask,
    signIn: async (username, password = demoPassword) => {
      const told = await ask('POST', '/session', { body: { username, password } })
      return sessionSchema.parse(told.body).token
    },
    takeIn: async (appeal = {}, key = crypto.randomUUID()) => {
      const told = await ask('POST', '/appeals', {
        token: demoIntakeKey,
        headers: { 'idempotency-key': key },
        body: { ...sampleAppeal, ...appeal },
      })
      return appealAnswerSchema.parse(told.body)
    },
    desk: (token, auth = {}) => connect('/desk', { token, ...auth }),
    wall: (token) => connect('/wall', { token }),
    wait: async ({ days = 0, hours = 0, minutes = 0 }) => {
      if (clock.ms === undefined) throw new Error('this hub goes by the clock of the machine')
      clock.ms += ((days * 24 + hours) * 60 + minutes) * 60_000
      await runTimers(opened.hub)
    },
    restart: async () => {
      const { port } = opened.gateway
      await close(opened)
      opened = await open({ folder, start, clock, lines, port })
    },
    stop: async () => {
      for (const station of stations) station.close()
      await close(opened)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** A complaint as a program hands it in; nobody in it exists. */
export const sampleAppeal = {
  channel: 'web',
  kind: 'complaint',
  title: '小区路灯不亮',
  text: '花园小区三栋门口的路灯坏了一周，晚上老人出门看不清路。',
  divisionCode: township,
  citizen: { name: '王小明', phone: '13912345678' },
}

/** The problem of a refused request. */
export function problemIn({ body }: Told): z.infer<typeof problemSchema> {
  return problemSchema.parse(body)
}

interface Opened {
  readonly hub: Hub
  readonly gateway: Gateway
}

async function open(given: {
  folder: string
  start: HubStart
  clock: { ms: number | undefined }
  lines: string[]
  port: number
}): Promise<Opened> {
  const { folder, start, clock, lines } = given
  const hub = openHub({
    folder,
    centre: start.centre ?? city,
    ...(reference !== undefined && { reference }),
    now: () => instantOf(clock.ms ?? Date.now()),
  })
  const demo = start.demo ?? true
  if (demo) await addDemoAccounts(hub)
  const destination = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      lines.push(chunk.toString())
      done()
    },
  })
  const gateway = await startGateway(hub, {
    port: given.port,
    host: '127.0.0.1',
    logger: makeLogger('info', destination),
    rendererDir: start.rendererDir ?? join(folder, 'no-screens'),
    demo,
    readBatch: batchReader(hub),
    ...(start.limits && { limits: start.limits }),
    ...(start.rates && { rates: start.rates }),
  })
  return { hub, gateway }
}

async function close({ hub, gateway }: Opened): Promise<void> {
  await gateway.close()
  await hub.commits.settled()
  hub.ledger.close()
}

async function askOver(url: string, method: string, path: string, { token, body, headers }: Asked): Promise<Told> {
  const isText = typeof body === 'string'
  const response = await fetch(
    `${url}${/^\/(healthz|readyz|metrics|openapi|docs|r\/|$)/.test(path) ? '' : '/api/v1'}${path}`,
    {
      method,
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      ...(body !== undefined && { body: isText ? body : JSON.stringify(body) }),
      redirect: 'manual',
    },
  )
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') ?? false
  return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text }
}
