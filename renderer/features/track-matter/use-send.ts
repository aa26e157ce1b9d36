import { useRef, useState } from 'react'
import type { HubAnswer, HubFailure } from '../../hub/hub-failure.ts'

export type SendState = { phase: 'open' } | { phase: 'busy' } | { phase: 'failed'; failure: HubFailure }

/**
 * Sends one form once: the key is made with the form and stays the same at every try, so that a try whose answer was lost does not count
 * twice. What was typed stays until it was taken.
 */
export function useSend(request: (key: string) => Promise<HubAnswer<unknown>>, onTaken: () => void) {
  const [state, setState] = useState<SendState>({ phase: 'open' })
  const key = useRef<string>(null)

  async function send() {
    if (state.phase === 'busy') return
    setState({ phase: 'busy' })
    key.current ??= crypto.randomUUID()
    const answer = await request(key.current)
    if (answer.ok) onTaken()
    else setState({ phase: 'failed', failure: answer.failure })
  }

  /** Other words are another message, and need another key. */
  function changed() {
    key.current = null
    setState((before) => (before.phase === 'failed' ? { phase: 'open' } : before))
  }

  return { state, send, changed }
}
