/** What a command prints: with `--json` exactly one line of JSON on standard output and everything else on standard error. */
import { writeSync } from 'node:fs'

export interface Output {
  /** The command's result, once. Without `--json` it is told in `words`, or as indented JSON. */
  readonly result: (value: unknown, words?: string) => void
  /** Progress and remarks. */
  readonly remark: (line: string) => void
}

const stdout = 1
const stderr = 2

/** Synchronous: a line is out before the process can end. */
export function makeOutput(json: boolean): Output {
  return {
    result: (value, words) => {
      write(stdout, json ? JSON.stringify(value) : (words ?? JSON.stringify(value, null, 2)))
    },
    remark: (line) => {
      write(stderr, line)
    },
  }
}

function write(descriptor: number, line: string): void {
  try {
    writeSync(descriptor, `${line}\n`)
  } catch (error) {
    // A reader that closed its pipe (`| head`) has heard enough.
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'EPIPE') throw error
  }
}

/** A mistake in how a command was called: one clear line, exit 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** A command that could not do its work: one clear line, exit 1 (3 when another process holds the file). */
export class CommandError extends Error {
  override name = 'CommandError'
  readonly exitCode: number

  constructor(message: string, exitCode = 1) {
    super(message)
    this.exitCode = exitCode
  }
}
