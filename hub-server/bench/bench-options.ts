export interface BenchOptions {
  /** Stored cases; a million when not said. */
  readonly size?: number
  readonly seconds?: number
  /** Where measured files are kept and found again. */
  readonly data: string
}
