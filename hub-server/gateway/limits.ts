/** How often one address may try what costs or could be guessed at. Kept in memory: a restart forgives. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { RefusedError } from './problem.ts'

export type Limits = ReturnType<typeof makeLimits>

export interface LimitValues {
  /** Failed sign-ins from one address in five minutes, over all accounts. */
  readonly failedSignIns: number
  /** Requests to the resident's pages from one address in a minute: many phones share one address. */
  readonly tracks: number
  /** Failed socket handshakes from one address in a minute. */
  readonly failedHandshakes: number
}

const ordinary: LimitValues = { failedSignIns: 60, tracks: 240, failedHandshakes: 60 }

export function makeLimits(values: Partial<LimitValues> = {}) {
  const { failedSignIns, tracks, failedHandshakes } = { ...ordinary, ...values }
  return {
    failedSignIns: new RateLimiterMemory({ points: failedSignIns, duration: 300 }),
    tracks: new RateLimiterMemory({ points: tracks, duration: 60 }),
    failedHandshakes: new RateLimiterMemory({ points: failedHandshakes, duration: 60 }),
  }
}

/** Counts one; `rate.limited` with the seconds to wait when there were too many. */
export async function countOne(limiter: RateLimiterMemory, address: string): Promise<void> {
  try {
    await limiter.consume(address)
  } catch (error) {
    throw limited(error)
  }
}

/** Refuses when the address has used up its tries, without counting this one. */
export async function refuseExhausted(limiter: RateLimiterMemory, address: string): Promise<void> {
  const used = await limiter.get(address)
  if (used !== null && used.consumedPoints >= limiter.points) throw limited(used)
}

function limited(reason: unknown): Error {
  if (!(reason instanceof RateLimiterRes)) return reason instanceof Error ? reason : new Error(String(reason))
  return new RefusedError({
    code: 'rate.limited',
    facts: { seconds: Math.max(1, Math.ceil(reason.msBeforeNext / 1000)) },
  })
}
