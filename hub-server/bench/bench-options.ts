export interface BenchOptions {
  /** Stored cases; a million when not said. */
  readonly size?: number
  readonly seconds?: number
  /** `write` only: so many desks over sockets instead of the inner measurement. */
  readonly desks?: number
  /** With `desks`: commands a second, all together. */
  readonly rate?: number
  /** Where measured files are kept and found again. */
  readonly data: string
}
