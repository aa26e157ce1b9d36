/** What went wrong, for the operator: one clear line and the exit code. */
import { z } from 'zod'
import { LedgerError } from '../store/ledger-error.ts'
import { CommandError, UsageError } from './output.ts'

const exitFailed = 1
export const exitUsage = 2
/** Another process holds the file. */
const exitLocked = 3

export interface Fault {
  readonly words: string
  readonly exitCode: number
}

export function faultOf(error: unknown): Fault {
  if (error instanceof UsageError) return { words: oneLine(error.message), exitCode: exitUsage }
  if (error instanceof z.ZodError) {
    const words = error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')
    return { words: oneLine(words), exitCode: exitUsage }
  }
  if (error instanceof LedgerError) {
    const exitCode = error.code === 'ledger.locked' ? exitLocked : exitFailed
    return { words: oneLine(`${error.code}: ${error.message}`), exitCode }
  }
  const words = oneLine(error instanceof Error ? error.message : String(error))
  return { words, exitCode: error instanceof CommandError ? error.exitCode : exitFailed }
}

export function oneLine(text: string): string {
  return text.trim().replace(/\s*\n\s*/g, ' ')
}
