/**
 * `write --desks N`: commands end to end. Desks of all townships follow their own cases over real sockets and give orders at a steady rate;
 * they are one child process, so that what this process uses is the hub's own.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { makeLogger } from '../gateway/logger.ts'
import { startGateway } from '../gateway/start-gateway.ts'
import { insertUser } from '../service/accounts.ts'
import type { Hub } from '../service/hub.ts'
import { openHub } from '../service/open-hub.ts'
import { hashPassword } from '../service/passwords.ts'
import { loadReference } from '../service/reference.ts'
import { signIn } from '../service/sign-in.ts'
import { takeAppeal } from '../service/take-appeal.ts'
import type { BenchOptions } from './bench-options.ts'
import type { DeskLoad, DeskLoadResult } from './desk-load.ts'
import { round, spreadOf } from './figures.ts'
import { sampleAppeals } from './sample-appeals.ts'

const city = '430900000000'
const ordinaryRate = 1000

export async function benchWriteDesks({ seconds = 10, data, desks = 500, rate = ordinaryRate }: BenchOptions) {
  const folder = mkdtempSync(join(data, 'desks-'))
  const hub = openHub({ folder, centre: city, reference: loadReference() })
  const gateway = await startGateway(hub, {
    port: 0,
    host: '127.0.0.1',
    logger: makeLogger('silent'),
    rendererDir: folder,
    demo: false,
    readBatch: () => {
      throw new Error('no batch is measured here')
    },
  })
  try {
    const offices = await openOffices(hub, Math.ceil((seconds * rate) / 2))
    const child = fork(join(import.meta.dirname, 'desk-load.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
    const load: DeskLoad = { url: gateway.url, offices, desks, rate, seconds }
    child.send(load)
    await messageOf(child)
    const before = { cpu: process.cpuUsage(), at: performance.now(), steps: { ...hub.commits.totals } }
    child.send('begin')
    const { times, failed, frames, rows } = (await messageOf(child)) as DeskLoadResult
    const ms = performance.now() - before.at
    const { user, system } = process.cpuUsage(before.cpu)
    const { commits, steps } = hub.commits.totals
    return {
      work: `${String(rate)} commands/s of ${String(desks)} desks in ${String(offices.length)} townships, each following its own cases`,
      perSecond: round((times.length * 1000) / ms),
      acknowledged: spreadOf(times),
      failed,
      hubShareOfCore: round((user + system) / 1000 / ms),
      commandsPerCommit: round((steps - before.steps.steps) / Math.max(1, commits - before.steps.commits)),
      framesReceived: frames,
      rowsReceived: rows,
      goal: `${String(ordinaryRate)}/s with 500 desks: p99 ≤ 25 ms on ≤ 0.6 of a core`,
    }
  } finally {
    await gateway.close()
    await hub.commits.settled()
    hub.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** One duty officer a township, signed in, and the cases registered in each. */
async function openOffices(hub: Hub, cases: number): Promise<DeskLoad['offices']> {
  const townships = [...hub.reference.divisions.values()].filter(({ tier }) => tier === 'township')
  const passwordHash = await hashPassword(password, ['dutyOfficer'])
  const offices = await Promise.all(
    townships.map(async ({ code }) => {
      const account = { username: `bench.${code}`, name: '测', roles: ['dutyOfficer' as const], division: code }
      await insertUser(hub, account, passwordHash)
      const session = await signIn(hub, { username: account.username, password }, '127.0.0.1')
      if (!session.ok) throw new Error(session.refusal.code)
      return { division: code, token: session.value.token, cases: [] as string[] }
    }),
  )
  const next = sampleAppeals(hub.reference, 3)
  const who = { actor: { kind: 'program' as const, id: 'bench' }, roles: [], division: null, unit: null }
  const takeOne = async (index: number) => {
    const office = offices[index % offices.length]
    const { appeal } = next(index)
    if (office === undefined) return
    const incoming = { appeal: { ...appeal, divisionCode: office.division } }
    const taken = await takeAppeal(hub, who, incoming, `desk-${String(index)}`)
    if (!taken.ok) throw new Error(taken.refusal.code)
    office.cases.push(taken.value.answer.id)
  }
  for (let from = 0; from < cases; from += 128)
    await Promise.all(Array.from({ length: Math.min(128, cases - from) }, (_each, index) => takeOne(from + index)))
  return offices
}

const password = 'a password of a measurement'

async function messageOf(child: ChildProcess): Promise<unknown> {
  const ended = once(child, 'exit').then(() => {
    throw new Error('the desks ended before they were done')
  })
  const [message] = (await Promise.race([once(child, 'message'), ended])) as unknown[]
  ended.catch(() => undefined)
  return message
}
