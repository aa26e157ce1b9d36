/** What a resident asks and tells about his own matter. No session: whoever holds the code is the resident of this one case. */
import { z } from 'zod'
import { trackViewSchema, type ratingSchema } from '../../hub-server/contract/case-view.ts'
import { msOf } from '../../hub-server/contract/instant.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { askHub } from './ask-hub.ts'

export type Rating = z.infer<typeof ratingSchema>

const done = z.object({ version: z.int() })

/** Refusals: `thing.notFound` (no such code), `rate.limited` (with the seconds to wait). Sets the page's clock by the hub's. */
export async function readTrack(code: string, signal: AbortSignal) {
  const answer = await askHub({ path: `/track/${encodeURIComponent(code)}`, answer: trackViewSchema, signal })
  if (answer.ok) hubClock.setFromHub(msOf(answer.value.now))
  return answer
}

/** `key` names this one rating: sent again with the same key it is done once. */
export function sendRating(code: string, rating: Rating, key: string) {
  return post(code, 'rating', rating, key)
}

/** What the resident adds to his matter; `key` as with a rating. */
export function sendNote(code: string, text: string, key: string) {
  return post(code, 'notes', { text }, key)
}

function post(code: string, what: 'rating' | 'notes', body: unknown, key: string) {
  const path = `/track/${encodeURIComponent(code)}/${what}`
  return askHub({ method: 'POST', path, body, headers: { 'idempotency-key': key }, answer: done })
}
