/** So many a second with a burst on top; asked in the same turn, without a promise. */
export interface TokenBucket {
  /** Takes one if there is one. */
  readonly take: () => boolean
  /** Seconds until there is one again, at least one. */
  readonly waitSeconds: () => number
}

/** `clock` gives milliseconds that only grow. */
export function makeTokenBucket(
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
  clock: () => number = () => performance.now(),
): TokenBucket {
  let tokens = burst
  let at = clock()
  const refill = () => {
    const now = clock()
    tokens = Math.min(burst, tokens + ((now - at) / 1000) * perSecond)
    at = now
  }
  return {
    take: () => {
      refill()
      if (tokens < 1) return false
      tokens -= 1
      return true
    },
    waitSeconds: () => {
      refill()
      return Math.max(1, Math.ceil((1 - tokens) / perSecond))
    },
  }
}
