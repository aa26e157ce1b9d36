/** Commands on a ledger: taking files in, proving it, making its boards anew. */
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { z } from 'zod'
import { doAndTell, positiveNumber, withCommonOptions, type CommonOptions } from './common-options.ts'
import { CommandError, UsageError, type Output } from './output.ts'
import { isFile } from './is-file.ts'

interface FileOptions extends CommonOptions {
  map?: string
}

const mapHelp = 'title=标题,text=内容,occurredAt=时间,…'

export function addLedgerCommands(program: Command, output: Output): void {
  withCommonOptions(program.command('import <file>'))
    .description('take in a file of appeals with its own times: JSON Lines (also .gz) or CSV')
    .option('--map <columns>', mapHelp)
    .action(async (file: string, options: FileOptions) => {
      await doAndTell(output, options, 'import', fileInput(file, options))
    })
  withCommonOptions(program.command('feed <file>'))
    .description('replay a file of appeals as they would arrive, from now on')
    .option('--map <columns>', mapHelp)
    .option('--speed <n>', 'how many times faster than the file', positiveNumber, 1)
    .action(async (file: string, options: FileOptions & { speed: number }) => {
      await doAndTell(output, options, 'feed', { ...fileInput(file, options), speed: options.speed })
    })
  withCommonOptions(program.command('verify'))
    .description('prove the file, the audit chain, and that the boards follow from the events')
    .action(async (options: CommonOptions) => {
      const value = await doAndTell(output, options, 'verify', {})
      if (!z.object({ ok: z.boolean() }).parse(value).ok) throw new CommandError('the ledger did not verify')
    })
  withCommonOptions(program.command('rebuild'))
    .description('make boards, queues, counts and search anew from the events')
    .action(async (options: CommonOptions) => {
      await doAndTell(output, options, 'rebuild', {})
    })
}

function fileInput(file: string, { map }: FileOptions) {
  if (!isFile(file)) throw new UsageError(`${file}: there is no such file`)
  return { file: resolve(file), ...(map !== undefined && { map }) }
}
