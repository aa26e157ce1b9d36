/** A password from the operator: the first line of standard input. Never an argument: those are seen by other programs. */
import { createInterface } from 'node:readline'
import { UsageError } from './output.ts'

export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write('password (it is shown while you type): ')
  for await (const line of createInterface({ input: process.stdin })) if (line !== '') return line
  throw new UsageError('a password is needed on standard input')
}
