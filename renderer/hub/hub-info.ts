import { useEffect, useState } from 'react'
import { hubClock } from '../shared/time/hub-clock.ts'
import type { HubInfo } from './hub-info-request.ts'

export interface HubReach {
  state: 'connecting' | 'connected' | 'lost'
  /** The last answer; kept while the hub is lost. */
  info: HubInfo | null
  /** The last round trip in ms. */
  latencyMs: number | null
  /** Since when no answer comes (ms, hub time). */
  lostSince: number | null
}

/** How often the sign-in looks whether the hub is there, in seconds. */
export const lookEverySeconds = 5

/** Watches whether the hub answers, and sets the window's clock by it; for screens that have no socket yet. */
export function useHubInfo(): HubReach {
  const [reach, setReach] = useState<HubReach>({ state: 'connecting', info: null, latencyMs: null, lostSince: null })
  useEffect(() => {
    const stop = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    async function look() {
      const { askHubInfo } = await import('./hub-info-request.ts')
      const answer = await askHubInfo(stop.signal)
      if (stop.signal.aborted) return
      if (answer.ok) {
        const { value: info, tookMs } = answer
        setReach({ state: 'connected', info, latencyMs: tookMs, lostSince: null })
      } else {
        setReach((before) => ({ ...before, state: 'lost', lostSince: before.lostSince ?? hubClock.now() }))
      }
      timer = setTimeout(() => void look(), lookEverySeconds * 1000)
    }
    void look()
    return () => {
      stop.abort()
      clearTimeout(timer)
    }
  }, [])
  return reach
}
