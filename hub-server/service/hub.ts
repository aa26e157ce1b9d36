/** The hub of one centre: its ledger, the rules in force, its bell. Built once in `main.ts` and handed to everything. */
import type { Instant } from '../contract/instant.ts'
import type { Division } from '../contract/reference.ts'
import type { Rules } from '../domain/circumstances.ts'
import type { Ledger } from '../store/open-ledger.ts'
import type { Bell } from './bell.ts'
import type { Commits } from './commits.ts'
import type { Reference } from './reference.ts'

export interface Hub {
  readonly centre: Division
  readonly ledger: Ledger
  readonly reference: Reference
  readonly rules: Rules
  /** Rings after each commit and says nothing: readers go on from their own cursors. */
  readonly bell: Bell
  /** Steps that arrive together share one commit. */
  readonly commits: Commits
  /** Cases that a person has opened here since the start: a simulated officer leaves them alone. */
  readonly attention: Set<string>
  /** The hub's time. */
  readonly now: () => Instant
  /** UUID v7. */
  readonly newId: () => string
  /** Bytes nobody can guess. */
  readonly randomBytes: (count: number) => Uint8Array
  /** A keyed hash of a phone number, the same for the same number however it was written; its key lies outside the database. */
  readonly phoneKey: (phone: string) => string
}
