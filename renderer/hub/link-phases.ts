/** The phases of a link and when it tries again: half a second first, then twice as long each time, never more than 15 s, spread by chance. */
import type { LinkState } from './link-state.ts'

export interface LinkPhases {
  readonly state: () => LinkState
  readonly subscribe: (listener: () => void) => () => void
  readonly heard: () => void
  readonly lost: () => void
  readonly ended: (reason: string) => void
  readonly tryNow: () => void
  readonly close: () => void
}

const firstTryMs = 500
const longestTryMs = 15_000

export function createLinkPhases(connect: () => void): LinkPhases {
  const listeners = new Set<() => void>()
  let state: LinkState = { phase: 'connecting', since: Date.now() }
  let tries = 0
  let retry: ReturnType<typeof setTimeout> | undefined
  let closed = false

  const become = (next: LinkState) => {
    state = next
    for (const listener of listeners) listener()
  }

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    heard: () => {
      const now = Date.now()
      tries = 0
      become({ phase: 'live', since: state.phase === 'live' ? state.since : now, heardAt: now })
    },
    lost: () => {
      if (closed || state.phase === 'ended') return
      tries += 1
      const now = Date.now()
      const wait = Math.min(firstTryMs * 2 ** (tries - 1), longestTryMs) * (0.5 + Math.random() / 2)
      const heardAt = state.phase === 'live' || state.phase === 'lost' ? state.heardAt : null
      become({
        phase: 'lost',
        since: state.phase === 'lost' ? state.since : now,
        heardAt,
        tries,
        nextTryAt: now + wait,
      })
      clearTimeout(retry)
      retry = setTimeout(connect, wait)
    },
    ended: (reason) => {
      clearTimeout(retry)
      become({ phase: 'ended', since: Date.now(), reason })
    },
    tryNow: () => {
      if (state.phase !== 'lost') return
      clearTimeout(retry)
      connect()
    },
    close: () => {
      closed = true
      clearTimeout(retry)
    },
  }
}
