/** `serve`: the hub of one centre, until it is told to end. */
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import type { Refusal } from '../contract/refusal.ts'
import { startDemonstration, type DemonstrationOptions } from '../demo/start-demonstration.ts'
import { makeLogger } from '../gateway/logger.ts'
import { startGateway, type Gateway } from '../gateway/start-gateway.ts'
import type { Hub } from '../service/hub.ts'
import { startHousekeeping } from '../service/housekeeping.ts'
import { startTimers } from '../service/run-timers.ts'
import { openControl } from './control.ts'
import { wordsOf } from './granted-or-told.ts'
import { batchReader } from './batch-reader.ts'
import { CommandError, type Output } from './output.ts'
import type { ServeConfig } from './serve-config.ts'
import { rowsOf } from './tasks.ts'
import { hasLedger, openHere } from './with-hub.ts'

const rendererDir = join(import.meta.dirname, '../../out/renderer')

/** Prints `ready http://127.0.0.1:PORT` when it takes requests; resolves after a signal, when everything is closed. */
export async function serve(config: ServeConfig, output: Output): Promise<void> {
  const isNew = !hasLedger(config.data)
  const hub = openHere({ folder: config.data, centre: config.centre })
  refuseMixing(hub, config, isNew)
  const logger = makeLogger(config.logLevel, process.stderr)
  const closers: (() => void | Promise<void>)[] = [
    () => {
      hub.ledger.close()
    },
  ]
  try {
    const demonstration = config.demo
      ? await startDemonstration(hub, demonstrationOptions(hub, config, output, logger))
      : undefined
    if (demonstration !== undefined) closers.unshift(demonstration.stop)
    closers.unshift(startTimers(hub, (error) => logger.error({ error: String(error) }, 'timers')))
    closers.unshift(startHousekeeping(hub, (error) => logger.error({ error: String(error) }, 'housekeeping')))
    const gateway = await openDoors(hub, config, logger)
    closers.unshift(() => gateway.close())
    closers.unshift(await openControl(hub, config.data))
    output.result({ ready: gateway.url }, `ready ${gateway.url}`)
    demonstration?.begin()
    await endSignal()
    output.remark('ending …')
  } finally {
    for (const close of closers) await close()
  }
}

async function openDoors(hub: Hub, { port, host, demo }: ServeConfig, logger: Logger): Promise<Gateway> {
  try {
    return await startGateway(hub, { port, host, logger, rendererDir, demo, readBatch: batchReader(hub) })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EADDRINUSE')
      throw new CommandError(`port ${String(port)} is in use by another program; --port takes another`)
    if (code === 'EACCES')
      throw new CommandError(`port ${String(port)} is not allowed to this user; --port takes another`)
    throw error
  }
}

function demonstrationOptions(hub: Hub, config: ServeConfig, output: Output, logger: Logger): DemonstrationOptions {
  const feed = config.feed === undefined ? undefined : { file: resolve(config.feed) }
  const wordsOfRow = (refusal: Refusal) => wordsOf(hub, refusal)
  return {
    ...(feed !== undefined && {
      feed: { rows: rowsOf(hub, feed), speed: config.speed, wordsOf: wordsOfRow },
    }),
    historyCases: config.demoCases,
    remark: output.remark,
    onError: (error) => {
      logger.error({ err: error }, 'demonstration')
    },
  }
}

/** Known passwords must never come over real data, nor real work into a demonstration. */
function refuseMixing(hub: Hub, { demo }: ServeConfig, isNew: boolean): void {
  const wasDemo = hub.ledger.meta.get('demonstration') === '1'
  if (isNew && demo) hub.ledger.meta.set('demonstration', '1')
  if (isNew || wasDemo === demo) return
  hub.ledger.close()
  throw new CommandError(
    demo
      ? 'this data folder holds a centre that was not started with demonstration data; take another folder'
      : 'this data folder holds demonstration data; start it with --demo or take another folder',
  )
}

function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      resolve()
    }
    process.once('SIGINT', end)
    process.once('SIGTERM', end)
    process.once('SIGHUP', end)
  })
}
