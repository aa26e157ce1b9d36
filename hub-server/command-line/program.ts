/** The commands of the bin. Wrong arguments give one clear line and exit 2, a failed command exit 1, a file in use exit 3. */
import { Command, CommanderError } from 'commander'
import { addAccountCommands } from './account-commands.ts'
import { addBenchCommand } from './bench-command.ts'
import { addDueCommand } from './due-command.ts'
import { exitUsage, faultOf, oneLine } from './fault.ts'
import { addLedgerCommands } from './ledger-commands.ts'
import { makeOutput, type Output } from './output.ts'
import { addServeCommand } from './serve-command.ts'

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
    .configureOutput({ outputError: () => undefined, writeErr: () => undefined })
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
    output.remark(
      error.message === '(outputHelp)' ? 'error: a command is needed; --help lists them' : oneLine(error.message),
    )
    return exitUsage
  }
  const { words, exitCode } = faultOf(error)
  output.remark(`error: ${words}`)
  return exitCode
}
