import { useCallback, useSyncExternalStore } from 'react'

/** Where the machine's time and its timers come from; a test hands in its own. */
export interface MachineTime {
  now: () => number
  /** Runs `run` once after `ms`; the answer cancels it. */
  after: (ms: number, run: () => void) => () => void
}

export interface HubClock {
  /** The hub's present moment in ms since the epoch, by the machine's clock and the last known offset. */
  now: () => number
  /** How far the machine's clock is behind (+) or ahead of (−) the hub's, in ms; `null` while no hub has told its time. */
  offset: () => number | null
  /** Takes the hub's `now` (ms) of a pulse that has just arrived. The road took part of a second: this is no time source for rules. */
  setFromHub: (hubNow: number) => void
  /** The hub's moment at the last whole step of `stepMs`; changes once a step, so many readers redraw together. */
  tick: (stepMs: number) => number
  /** Calls `listener` at every whole step of `stepMs` until the answer is called. One timer a step length, however many listeners. */
  subscribe: (stepMs: number, listener: () => void) => () => void
}

interface Ticker {
  at: number
  listeners: Set<() => void>
  cancel: (() => void) | null
}

/** The one clock of a window. Every countdown and age on the screen is counted from it. */
export function createHubClock(machine: MachineTime): HubClock {
  let offsetMs: number | null = null
  const tickers = new Map<number, Ticker>()
  const now = () => machine.now() + (offsetMs ?? 0)
  const wholeStep = (stepMs: number) => Math.floor(now() / stepMs) * stepMs

  function tickerOf(stepMs: number): Ticker {
    const known = tickers.get(stepMs)
    if (known) return known
    const made: Ticker = { at: wholeStep(stepMs), listeners: new Set(), cancel: null }
    tickers.set(stepMs, made)
    return made
  }

  function beat(stepMs: number, ticker: Ticker) {
    ticker.at = wholeStep(stepMs)
    for (const listener of ticker.listeners) listener()
  }

  function arm(stepMs: number, ticker: Ticker) {
    const toNextStep = stepMs - (now() % stepMs)
    ticker.cancel = machine.after(toNextStep, () => {
      beat(stepMs, ticker)
      arm(stepMs, ticker)
    })
  }

  return {
    now,
    offset: () => offsetMs,
    setFromHub(hubNow) {
      offsetMs = hubNow - machine.now()
      for (const [stepMs, ticker] of tickers) {
        if (ticker.cancel === null) continue
        ticker.cancel()
        beat(stepMs, ticker)
        arm(stepMs, ticker)
      }
    },
    tick(stepMs) {
      const ticker = tickerOf(stepMs)
      if (ticker.cancel === null) ticker.at = wholeStep(stepMs)
      return ticker.at
    },
    subscribe(stepMs, listener) {
      const ticker = tickerOf(stepMs)
      ticker.listeners.add(listener)
      if (ticker.cancel === null) {
        ticker.at = wholeStep(stepMs)
        arm(stepMs, ticker)
      }
      return () => {
        ticker.listeners.delete(listener)
        if (ticker.listeners.size > 0) return
        ticker.cancel?.()
        ticker.cancel = null
      }
    },
  }
}

/** The clock of this window. `renderer/hub` sets it from every `pulse`. */
export const hubClock = createHubClock({
  now: () => Date.now(),
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => {
      clearTimeout(timer)
    }
  },
})

/** The hub's present moment (ms), redrawn once a second; `stepMs` 250 only where a second is too coarse, 60 000 for ages in minutes. */
export function useHubNow(stepMs = 1000): number {
  const subscribe = useCallback((listener: () => void) => hubClock.subscribe(stepMs, listener), [stepMs])
  return useSyncExternalStore(subscribe, () => hubClock.tick(stepMs))
}
