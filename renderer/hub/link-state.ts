/** How this window stands with its hub, as every screen shows it. Times are this machine's, in milliseconds. */
export type LinkState =
  | { readonly phase: 'connecting'; readonly since: number }
  /** `heardAt`: the last word of the hub. */
  | { readonly phase: 'live'; readonly since: number; readonly heardAt: number }
  /** The hub has gone silent or the line is cut: the last state stays, with its age. */
  | {
      readonly phase: 'lost'
      readonly since: number
      readonly heardAt: number | null
      readonly tries: number
      readonly nextTryAt: number | null
    }
  /** The hub does not let this session in any more. */
  | { readonly phase: 'ended'; readonly since: number; readonly reason: string }

/** When the data on the screen was true; null while there is none. */
export function dataTime(state: LinkState): number | null {
  return state.phase === 'live' || state.phase === 'lost' ? state.heardAt : null
}
