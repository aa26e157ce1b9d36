import { useEffect, useState } from 'react'
import { z } from 'zod'
import { instantSchema, msOf } from '../../hub-server/contract/instant.ts'
import { tierSchema } from '../../hub-server/contract/reference.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { askHub } from './ask-hub.ts'

/** What `GET /hub` tells before anyone has signed in: whose centre this is, and nothing about cases or people. */
const hubInfoSchema = z.object({
  centre: z.object({ code: z.string(), name: z.string(), fullName: z.string().optional(), tier: tierSchema }),
  /** The centres above, highest first; none at the city. */
  above: z.array(z.object({ code: z.string(), name: z.string(), tier: tierSchema })).default([]),
  /** How many places lie below, a tier each. */
  below: z.array(z.object({ tier: tierSchema, count: z.int() })).default([]),
  now: instantSchema.optional(),
  version: z.string().optional(),
  /** Demonstration data: said on every sign-in. */
  demo: z.boolean().default(false),
  /** The hub asks for a one-time code. */
  otp: z.boolean().default(false),
  /** Minutes without input after which a workstation locks. */
  idleMinutes: z.int().optional(),
})
export type HubInfo = z.infer<typeof hubInfoSchema>

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
      const answer = await askHub({ path: '/hub', answer: hubInfoSchema, signal: stop.signal })
      if (stop.signal.aborted) return
      if (answer.ok) {
        const { value: info, tookMs } = answer
        if (info.now !== undefined) hubClock.setFromHub(msOf(info.now) + tookMs / 2)
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
