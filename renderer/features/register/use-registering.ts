import { useEffect, useRef, useState } from 'react'
import type { Appeal } from '../../../hub-server/contract/appeal.ts'
import type { HubFailure } from '../../hub/hub-failure.ts'
import { sendAppeal } from '../../hub/register-requests.ts'
import { useCommands, useLinkState } from '../../hub/station.tsx'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { changeDraft, clearDraft, currentDraft, type RegisterDraft } from './draft.ts'
import { followUp, type Step } from './registration.ts'

/** Between two tries while the line is up (ms). */
const tryAgainAfterMs = 2000

export type Saving =
  | { readonly phase: 'writing' }
  | { readonly phase: 'sending' }
  /** Nobody answered: it goes out again when the hub is back. */
  | { readonly phase: 'waiting'; readonly at: number }
  | { readonly phase: 'failed'; readonly failure: HubFailure; readonly at: number; readonly draft: RegisterDraft }
  | { readonly phase: 'saved' }

interface Order {
  readonly appeal: Appeal
  readonly steps: readonly Step[]
}

export interface Registering {
  readonly saving: Saving
  /** Saves the draft under its key, then gives the steps. */
  readonly save: (order: Order) => void
  /** Gives up waiting; what is written stays, and so does its key. */
  readonly stopWaiting: () => void
  readonly writeAnother: () => void
}

/** Saving a registration: under one key until the hub has it, by itself again when the hub is back, and then the acts after it. */
export function useRegistering(): Registering {
  const { give } = useCommands()
  const live = useLinkState().phase === 'live'
  const [saving, setSaving] = useState<Saving>({ phase: 'writing' })
  const order = useRef<Order | null>(null)

  const send = async (asked: Order) => {
    // Only in the first moments of a window, before it knows where its hub is.
    if (give === null) return
    order.current = asked
    setSaving({ phase: 'sending' })
    changeDraft({ sent: currentDraft().sent ?? asked.appeal })
    const { key } = currentDraft()
    const { answer, asFirstSent } = await sendOnce(asked.appeal)
    if (answer.ok) {
      if (currentDraft().key === key) clearDraft()
      setSaving({ phase: 'saved' })
      void followUp({ answer: answer.value, asFirstSent }, asked.steps, give)
      return
    }
    const { failure } = answer
    const at = hubClock.now()
    if (nobodyAnswered(failure)) {
      setSaving({ phase: 'waiting', at })
      return
    }
    // A refusal saved nothing: what is sent next may be different.
    if (failure.kind === 'refused') changeDraft({ sent: null })
    setSaving({ phase: 'failed', failure, at, draft: currentDraft() })
  }
  const sendAgain = useRef(() => undefined as unknown)
  useEffect(() => {
    sendAgain.current = () => {
      if (order.current !== null) void send(order.current)
    }
  })
  const waiting = saving.phase === 'waiting'
  useEffect(() => {
    if (!live || !waiting) return undefined
    const timer = setTimeout(() => sendAgain.current(), tryAgainAfterMs)
    return () => clearTimeout(timer)
  }, [live, waiting])

  return {
    saving,
    save: (asked) => void send(asked),
    stopWaiting: () => setSaving({ phase: 'writing' }),
    writeAnother: () => setSaving({ phase: 'writing' }),
  }
}

/** Whether it was saved is not known: no answer came, or one that no hub gave (a gateway before a hub that is down). */
function nobodyAnswered(failure: HubFailure): boolean {
  return failure.kind === 'unreachable' || (failure.kind === 'unreadable' && failure.status >= 500)
}

/**
 * Sends the appeal under the draft's key. Where an earlier try with other words had reached the hub after all, the hub refuses the new words;
 * the earlier ones then bring back what it saved.
 */
async function sendOnce(appeal: Appeal) {
  const { key, sent } = currentDraft()
  const answer = await sendAppeal(appeal, key)
  const isKnown =
    !answer.ok && answer.failure.kind === 'refused' && answer.failure.problem.code === 'idempotency.mismatch'
  if (!isKnown || sent === null) return { answer, asFirstSent: false }
  return { answer: await sendAppeal(sent, key), asFirstSent: true }
}
