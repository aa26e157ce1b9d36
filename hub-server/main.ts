#!/usr/bin/env node
/** The bin `fengqiao`: the hub of one centre and the commands of its operator. `--help` on each. */
import { runCommandLine } from './command-line/program.ts'

process.exitCode = await runCommandLine(process.argv.slice(2))
