/** Doing a task on a data folder: through the hub that runs over it, else by opening the file here. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Hub } from '../service/hub.ts'
import { openHub } from '../service/open-hub.ts'
import { loadReference } from '../service/reference.ts'
import { centreOfLedger } from '../store/centre-of-ledger.ts'
import { askControl, runTask } from './control.ts'
import { CommandError, UsageError } from './output.ts'
import { tasks, type TaskName } from './tasks.ts'

/** The centre of a new data folder when none is named: the city. */
const defaultCentre = '430900000000'

export interface Target {
  readonly folder: string
  readonly centre?: string | undefined
}

/** The centre a folder belongs to: the one named, the one its file says, or the city. */
function centreFor({ folder, centre }: Target): string {
  return centre ?? (hasLedger(folder) ? centreOfLedger(ledgerOf(folder)) : undefined) ?? defaultCentre
}

export function hasLedger(folder: string): boolean {
  return existsSync(ledgerOf(folder))
}

function ledgerOf(folder: string): string {
  return join(folder, 'hub.sqlite')
}

export async function doTask(target: Target, name: TaskName, input: unknown): Promise<unknown> {
  const asked = await askControl(target.folder, name, input)
  if (asked !== undefined) return asked.value
  if (!tasks[name].begins && !hasLedger(target.folder)) {
    throw new CommandError(`${target.folder} holds no hub; --data names the folder of one`)
  }
  const hub = openHere(target)
  try {
    const value = await runTask(hub, name, input, new AbortController().signal)
    await hub.commits.settled()
    return value
  } finally {
    hub.ledger.close()
  }
}

/** Opens the hub of a folder in this process. Throws `LedgerError` where its file cannot be used. */
export function openHere(target: Target): Hub {
  const reference = loadReference()
  const centre = centreFor(target)
  if (!reference.divisions.has(centre)) throw new UsageError(`centre: there is no division ${centre}`)
  return openHub({ folder: target.folder, centre, reference })
}
