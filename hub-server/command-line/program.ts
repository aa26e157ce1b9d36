/** The commands of the bin. Wrong arguments give one clear line and exit 2, a failed command exit 1, a file in use exit 3. */
import { Command, CommanderError } from 'commander'
import { z } from 'zod'
import { LedgerError } from '../store/ledger-error.ts'
import { addAccountCommands } from './account-commands.ts'
import { addBenchCommand } from './bench-command.ts'
import { addDueCommand } from './due-command.ts'
import { addLedgerCommands } from './ledger-commands.ts'
import { CommandError, makeOutput, UsageError, type Output } from './output.ts'
import { addServeCommand } from './serve-command.ts'

const exitUsage = 2

/** Runs one command line; gives the exit code. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const output = makeOutput(args.includes('--json'))
  try {
    await makeProgram(output).parseAsync(args, { from: 'user' })
    return 0
  } catch (error) {
    return tell(error, output)
  }
}

function makeProgram(output: Output): Command {
  const program = new Command('fengqiao')
    .description('Hub of a comprehensive-governance centre (综治中心)')
    .exitOverride()
    .configureOutput({ outputError: () => undefined })
  addServeCommand(program, output)
  addLedgerCommands(program, output)
  addAccountCommands(program, output)
  addDueCommand(program, output)
  addBenchCommand(program, output)
  return program
}

function tell(error: unknown, output: Output): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0
    output.remark(error.message === '(outputHelp)' ? 'error: a command is needed; --help lists them' : error.message)
    return exitUsage
  }
  if (error instanceof UsageError) {
    output.remark(`error: ${error.message}`)
    return exitUsage
  }
  if (error instanceof z.ZodError) {
    output.remark(`error: ${error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`)
    return exitUsage
  }
  const words = error instanceof Error ? error.message : String(error)
  output.remark(error instanceof LedgerError ? `error: ${error.code}: ${words}` : `error: ${words}`)
  return error instanceof CommandError ? error.exitCode : 1
}
