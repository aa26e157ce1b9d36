import { z } from 'zod'
import { instantSchema, msOf } from '../../hub-server/contract/instant.ts'
import { tierSchema } from '../../hub-server/contract/reference.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { askHub } from './ask-hub.ts'
import type { HubAnswer } from './hub-failure.ts'

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

/** Asks whose centre this is and sets the window's clock by the answer, taking the road as equally long both ways. */
export async function askHubInfo(signal: AbortSignal): Promise<HubAnswer<HubInfo>> {
  const answer = await askHub({ path: '/hub', answer: hubInfoSchema, signal })
  if (answer.ok && answer.value.now !== undefined) hubClock.setFromHub(msOf(answer.value.now) + answer.tookMs / 2)
  return answer
}
