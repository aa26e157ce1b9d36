import { useEffect, useRef, useState } from 'react'
import { revealField } from '../../hub/case-queries.ts'
import type { HubFailure } from '../../hub/hub-failure.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'

/** How long clear personal data stays on the screen, ms. */
export const shownForMs = 30_000

export interface Shown {
  readonly field: string
  readonly value: string | null
  /** Hub time in ms at which it is masked again. */
  readonly until: number
}

export interface Reveal {
  /** The field whose reason is being asked for. */
  readonly asking: string | null
  readonly busy: boolean
  readonly failure: HubFailure | null
  /** At most one field at a time is clear. */
  readonly shown: Shown | null
  readonly ask: (field: string) => void
  readonly cancel: () => void
  readonly show: (field: string, reason: string) => void
  readonly mask: () => void
}

/** Shows one field of a case for half a minute, after a reason was given; it masks itself, and when the case is left. */
export function useReveal(caseId: string): Reveal {
  const [asking, setAsking] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<HubFailure | null>(null)
  const [shown, setShown] = useState<Shown | null>(null)
  // An answer that comes after the case was left must not be drawn.
  const asked = useRef(0)

  useEffect(() => {
    if (shown === null) return undefined
    // By the machine's timer too: a hub that sets its clock back must not lengthen it.
    const timer = setTimeout(() => setShown(null), shownForMs)
    const unsubscribe = hubClock.subscribe(1000, () => {
      if (hubClock.now() >= shown.until) setShown(null)
    })
    return () => {
      clearTimeout(timer)
      unsubscribe()
    }
  }, [shown])
  useEffect(
    () => () => {
      asked.current += 1
    },
    [],
  )

  const show = async (field: string, reason: string) => {
    const mine = (asked.current += 1)
    setBusy(true)
    setFailure(null)
    const answer = await revealField(caseId, field, reason)
    if (mine !== asked.current) return
    setBusy(false)
    if (!answer.ok) {
      setFailure(answer.failure)
      return
    }
    setAsking(null)
    setShown({ field, value: answer.value, until: hubClock.now() + shownForMs })
  }

  return {
    asking,
    busy,
    failure,
    shown,
    ask: (field) => {
      setFailure(null)
      setAsking(field)
    },
    cancel: () => {
      asked.current += 1
      setBusy(false)
      setFailure(null)
      setAsking(null)
    },
    show: (field, reason) => void show(field, reason),
    mask: () => setShown(null),
  }
}
