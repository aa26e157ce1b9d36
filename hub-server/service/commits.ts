/**
 * Group commit: steps that arrive in the same turn of the loop run one after the other in one transaction, each in its own savepoint,
 * and are answered after the commit. With a slow disk (fsync 20 ms) this is what keeps a county PC at hundreds of commands a second.
 */
import type { Ledger } from '../store/open-ledger.ts'
import type { Bell } from './bell.ts'

/** At most this many steps in one commit, so that the first of them does not wait for all. */
const mostSteps = 256

export interface Commits {
  /** Runs a step in the next commit; resolves with its result once that is on the disk. */
  submit: <T>(step: () => T) => Promise<T>
  /** Set once a write failed for a reason of the disk: nothing is acknowledged any more. */
  readonly failure: Error | undefined
  /** Resolves when nothing waits. */
  settled: () => Promise<void>
}

interface Waiting {
  readonly run: () => () => void
  readonly reject: (error: Error) => void
}

export function makeCommits(ledger: Ledger, bell: Bell): Commits {
  let waiting: Waiting[] = []
  let scheduled = false
  let failure: Error | undefined

  const flush = () => {
    scheduled = false
    const batch = waiting.slice(0, mostSteps)
    waiting = waiting.slice(mostSteps)
    if (waiting.length > 0) schedule()
    try {
      const settle = ledger.inOneStep(() => batch.map((step) => step.run()))
      for (const answer of settle) answer()
      bell.ring()
    } catch (error) {
      // The commit is unknown, not undone: only a new start, which reads the file, can tell.
      failure = asError(error)
      for (const step of batch) step.reject(failure)
    }
  }
  const schedule = () => {
    if (scheduled) return
    scheduled = true
    setImmediate(flush)
  }

  return {
    submit: <T>(step: () => T) =>
      new Promise<T>((resolve, reject) => {
        if (failure !== undefined) {
          reject(failure)
          return
        }
        waiting.push({ run: () => runStep(ledger, step, resolve, reject), reject })
        schedule()
      }),
    get failure() {
      return failure
    },
    settled: async () => {
      while (waiting.length > 0 || scheduled) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

/** A step that throws undoes itself and only itself. */
function runStep<T>(
  ledger: Ledger,
  step: () => T,
  resolve: (value: T) => void,
  reject: (error: Error) => void,
): () => void {
  try {
    const value = ledger.inOneStep(step)
    return () => {
      resolve(value)
    }
  } catch (error) {
    ledger.events.forget()
    ledger.audit.forget()
    if (isDiskFailure(error)) throw error
    return () => {
      reject(asError(error))
    }
  }
}

function isDiskFailure(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(IOERR|CORRUPT|FULL|READONLY|NOTADB)/.test(code)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
