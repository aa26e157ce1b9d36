/** Doing a task on a data folder: through the hub that runs over it, else by opening the file here. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { openHub } from '../service/open-hub.ts'
import { centreOfLedger } from '../store/centre-of-ledger.ts'
import { LedgerError } from '../store/ledger-error.ts'
import { askControl, runTask } from './control.ts'
import { CommandError } from './output.ts'
import type { TaskName } from './tasks.ts'

/** The centre of a new data folder when none is named: the city. */
const defaultCentre = '430900000000'

export interface Target {
  readonly folder: string
  readonly centre?: string | undefined
}

/** The centre a folder belongs to: the one named, the one its file says, or the city. */
export function centreFor({ folder, centre }: Target): string {
  const file = join(folder, 'hub.sqlite')
  return centre ?? (existsSync(file) ? centreOfLedger(file) : undefined) ?? defaultCentre
}

export async function doTask(target: Target, name: TaskName, input: unknown): Promise<unknown> {
  const asked = await askControl(target.folder, name, input)
  if (asked !== undefined) return asked.value
  const hub = openHere(target)
  try {
    const value = await runTask(hub, name, input)
    await hub.commits.settled()
    return value
  } finally {
    hub.ledger.close()
  }
}

/** Opens the hub of a folder in this process; a locked file ends with exit code 3, any other mistake with 1. */
export function openHere(target: Target) {
  try {
    return openHub({ folder: target.folder, centre: centreFor(target) })
  } catch (error) {
    if (error instanceof LedgerError)
      throw new CommandError(`${error.code}: ${error.message}`, error.code === 'ledger.locked' ? 3 : 1)
    throw error
  }
}
