/** `serve`: the hub of one centre, until it is told to end. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Logger } from 'pino'
import type { Refusal } from '../contract/refusal.ts'
import { startDemonstration, type DemonstrationOptions } from '../demo/start-demonstration.ts'
import { makeLogger } from '../gateway/logger.ts'
import { startGateway } from '../gateway/start-gateway.ts'
import type { Hub } from '../service/hub.ts'
import { startHousekeeping } from '../service/housekeeping.ts'
import { startTimers } from '../service/run-timers.ts'
import { openControl } from './control.ts'
import { wordsOf } from './granted-or-told.ts'
import { batchReader } from './batch-reader.ts'
import { CommandError, type Output } from './output.ts'
import type { ServeConfig } from './serve-config.ts'
import { rowsOf } from './tasks.ts'
import { centreFor, openHere } from './with-hub.ts'

const rendererDir = join(import.meta.dirname, '../../out/renderer')

/** Prints `ready http://127.0.0.1:PORT` when it takes requests; resolves after a signal, when everything is closed. */
export async function serve(config: ServeConfig, output: Output): Promise<void> {
  const target = { folder: config.data, centre: config.centre }
  const isNew = !existsSync(join(config.data, 'hub.sqlite'))
  const hub = openHere({ folder: config.data, centre: centreFor(target) })
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
    const gateway = await startGateway(hub, {
      port: config.port,
      host: config.host,
      logger,
      rendererDir,
      demo: config.demo,
      readBatch: batchReader(hub),
    })
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
