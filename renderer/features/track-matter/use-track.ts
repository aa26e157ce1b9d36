import { useCallback, useEffect, useState } from 'react'
import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import type { HubFailure } from '../../hub/hub-failure.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'

/** What the page knows of one matter. The last view stays while the hub is away. */
export interface Track {
  readonly view: TrackView | null
  /** Hub time of the view in ms. */
  readonly seenAt: number | null
  /** Why the last look brought nothing; null when it brought something, or is still under way. */
  readonly failure: HubFailure | null
  /** Hub time in ms until which the hub asks to be left alone. */
  readonly waitUntil: number | null
  readonly busy: boolean
}

const nothing: Track = { view: null, seenAt: null, failure: null, waitUntil: null, busy: true }
const lookEveryMs = 30_000

/** Follows a matter: at once, every 30 s while the page is in sight, and whenever one comes back to it. A code that does not exist is not asked again. */
export function useTrack(code: string): Track & { look: () => void } {
  const [track, setTrack] = useState(nothing)
  const [round, setRound] = useState(0)

  useEffect(() => {
    const stop = new AbortController()
    void read(code, stop.signal).then((change) => {
      if (!stop.signal.aborted) setTrack((before) => ({ ...before, ...change, busy: false }))
    })
    return () => {
      stop.abort()
    }
  }, [code, round])

  const look = useCallback(() => {
    setTrack((before) => ({ ...before, busy: true }))
    setRound((before) => before + 1)
  }, [])

  const { waitUntil } = track
  const isWrong = track.failure?.kind === 'refused' && track.failure.problem.status === 404
  useEffect(() => {
    if (isWrong) return undefined
    const lookIfSeen = () => {
      if (document.visibilityState === 'visible' && hubClock.now() >= (waitUntil ?? 0)) look()
    }
    const timer = setInterval(lookIfSeen, lookEveryMs)
    const wait = waitUntil === null ? undefined : setTimeout(lookIfSeen, Math.max(0, waitUntil - hubClock.now()) + 500)
    document.addEventListener('visibilitychange', lookIfSeen)
    window.addEventListener('focus', lookIfSeen)
    return () => {
      clearInterval(timer)
      clearTimeout(wait)
      document.removeEventListener('visibilitychange', lookIfSeen)
      window.removeEventListener('focus', lookIfSeen)
    }
  }, [look, isWrong, waitUntil])

  return { ...track, look }
}

async function read(code: string, signal: AbortSignal): Promise<Partial<Track>> {
  // What parses the hub's answers is fetched after the first drawing.
  const { readTrack } = await import('../../hub/track-requests.ts')
  const answer = await readTrack(code, signal)
  if (answer.ok) return { view: answer.value, seenAt: hubClock.now(), failure: null, waitUntil: null }
  const seconds = answer.failure.kind === 'refused' ? answer.failure.retryAfterSeconds : null
  return { failure: answer.failure, waitUntil: seconds === null ? null : hubClock.now() + seconds * 1000 }
}
