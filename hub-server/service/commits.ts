/**
 * Group commit: steps that arrive in the same turn of the loop run one after the other in one transaction and are answered after its
 * commit. With a slow disk (fsync 20 ms) this is what keeps a county PC at hundreds of commands a second.
 */
import type { Ledger } from '../store/open-ledger.ts'
import type { Bell } from './bell.ts'

/** At most this many steps in one commit, so that the first of them does not wait for all. */
const mostSteps = 256
/** The shortest time between two tries to write on a disk that was full, in milliseconds. */
const tryAgainMs = 1000

export interface Commits {
  /**
   * Runs a step in the next commit; resolves with its result once that is on the disk. A step touches nothing but the ledger: when another
   * step of its commit fails it is run again.
   */
  submit: <T>(step: () => T) => Promise<T>
  /** Set once a write failed for a reason of the disk: nothing is acknowledged any more. */
  readonly failure: Error | undefined
  /** After a full disk: tries whether it takes anything again, at most once a second. Every submit does so too. */
  readonly recover: () => void
  /** Commits since the start and the steps in them: how many share one. */
  readonly totals: { readonly commits: number; readonly steps: number }
  /** Resolves when nothing waits. */
  settled: () => Promise<void>
}

interface Waiting {
  /** Runs the step and gives what answers it after the commit. */
  readonly run: () => () => void
  readonly reject: (error: Error) => void
}

/** `clockMs` only tells how long ago something was. */
export function makeCommits(ledger: Ledger, bell: Bell, clockMs: () => number = () => performance.now()): Commits {
  let waiting: Waiting[] = []
  let scheduled = false
  const disk = watchDisk(ledger, clockMs)
  const totals = { commits: 0, steps: 0 }

  const flush = () => {
    scheduled = false
    const batch = waiting.slice(0, mostSteps)
    waiting = waiting.slice(mostSteps)
    if (waiting.length > 0) schedule()
    try {
      const answers = commit(ledger, batch)
      totals.commits += 1
      totals.steps += batch.length
      for (const answer of answers) answer()
      bell.ring()
    } catch (error) {
      const failure = disk.failed(asError(error))
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
        disk.recover()
        const failure = disk.failure()
        if (failure !== undefined) {
          reject(failure)
          return
        }
        const run = () => {
          const value = step()
          return () => {
            resolve(value)
          }
        }
        waiting.push({ run, reject })
        schedule()
      }),
    get failure() {
      return disk.failure()
    },
    recover: disk.recover,
    totals,
    settled: async () => {
      while (waiting.length > 0 || scheduled) await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

/**
 * What a failed commit means. It is unknown, not undone: only a new start, which reads the file, can tell. Except on a full disk: such a
 * commit wrote none of itself, and when a small write succeeds again, so may the others.
 */
function watchDisk(ledger: Ledger, clockMs: () => number) {
  let failure: Error | undefined
  let triedMs = 0
  const failed = (error: Error): Error => {
    failure = error
    triedMs = clockMs()
    return error
  }
  return {
    failure: () => failure,
    failed,
    recover: () => {
      if (failure === undefined || codeOf(failure) !== 'SQLITE_FULL' || clockMs() - triedMs < tryAgainMs) return
      try {
        ledger.markInUse()
        failure = undefined
      } catch (error) {
        failed(asError(error))
      }
    },
  }
}

/** All steps in one transaction. When one of them throws, nothing of it stays: they run again, each in a savepoint of its own. */
function commit(ledger: Ledger, batch: readonly Waiting[]): (() => void)[] {
  try {
    return ledger.inOneStep(() => batch.map((step) => step.run()))
  } catch (error) {
    forgetHeads(ledger)
    if (isDiskFailure(error)) throw error
    return ledger.inOneStep(() => batch.map((step) => runApart(ledger, step)))
  }
}

/** A step that throws undoes itself and only itself. */
function runApart(ledger: Ledger, step: Waiting): () => void {
  try {
    return ledger.inOneStep(() => step.run())
  } catch (error) {
    forgetHeads(ledger)
    if (isDiskFailure(error)) throw error
    return () => {
      step.reject(asError(error))
    }
  }
}

/** Numbers that were counted on in memory are read anew after an undo. */
function forgetHeads(ledger: Ledger): void {
  ledger.events.forget()
  ledger.audit.forget()
}

function isDiskFailure(error: unknown): boolean {
  return /^SQLITE_(IOERR|CORRUPT|FULL|READONLY|NOTADB)/.test(codeOf(error))
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}
