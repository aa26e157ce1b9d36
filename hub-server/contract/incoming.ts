/** An appeal on its way in, from whatever door: a request, a batch, a file, the desk. */
import type { Appeal } from './appeal.ts'
import type { Instant } from './instant.ts'
import type { Answer } from './refusal.ts'

export interface Incoming {
  readonly appeal: Appeal
  /** What the source said of the place when no code was found. */
  readonly placeText?: string
  /** A row of an old file keeps its times; with a reply it is closed history. */
  readonly history?: {
    readonly registeredAt: Instant
    readonly reply?: { readonly text: string; readonly at: Instant }
  }
}

/** One line of a file or a batch, counted from 1: an appeal on its way in, or why the line is none. */
export interface IncomingRow {
  readonly line: number
  readonly incoming: Answer<Incoming>
}
