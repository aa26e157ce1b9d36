/** Options that every command on a data folder takes, and doing its task. */
import { resolve } from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import type { Output } from './output.ts'
import type { TaskName } from './tasks.ts'
import { doTask } from './with-hub.ts'

export interface CommonOptions {
  data: string
  json?: boolean
  centre?: string
}

export function withCommonOptions(command: Command): Command {
  return command
    .option('--data <folder>', 'data folder of the hub', 'data/hub')
    .option('--centre <code12>', 'division code of the centre, for a new folder')
    .option('--json', 'one line of JSON on standard output, all else on standard error')
}

/** Has the task done and tells its result. */
export async function doAndTell(
  output: Output,
  options: CommonOptions,
  task: TaskName,
  input: unknown,
): Promise<unknown> {
  const value = await doTask({ folder: resolve(options.data), centre: options.centre }, task, input)
  output.result(value)
  return value
}

/** For commander: a number above 0. */
export function positiveNumber(text: string): number {
  const value = Number(text)
  if (!Number.isFinite(value) || value <= 0) throw new InvalidArgumentError('must be a number above 0')
  return value
}
