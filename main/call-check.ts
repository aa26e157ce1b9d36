import type { StationProblem, WindowKind } from '../preload/station-api.ts'
import { APP_ORIGIN, isOwnPage } from './own-page.ts'

/** Who called, as far as the main process can tell by itself. `frame` is null when it was destroyed before its call was looked at. */
export type Caller = {
  frame: { url: string; origin: string; top: boolean } | null
  windowKind: WindowKind | undefined
}

/** Null when the call comes from the top frame of one of our own pages, in a window that may use the channel. */
export function callerProblem(caller: Caller, kinds: readonly WindowKind[]): StationProblem | null {
  const { frame, windowKind } = caller
  if (
    frame === null ||
    !frame.top ||
    !isOwnPage(frame.url) ||
    frame.origin !== APP_ORIGIN ||
    windowKind === undefined
  ) {
    return { code: 'ipc.notOurPage', detail: frame === null ? 'the calling frame is gone' : frame.url.slice(0, 200) }
  }
  return kinds.includes(windowKind) ? null : { code: 'ipc.wrongWindow', detail: `not for a ${windowKind} window` }
}

/**
 * Null when the arguments are small and shallow enough to be worth parsing. It stops at the first limit, so a 10 MB string or a value a
 * thousand deep, or one that contains itself, costs no more than one within the limits.
 */
export function sizeProblem(args: unknown): StationProblem | null {
  let left = LARGEST_BYTES
  const fits = (value: unknown, depth: number): boolean => {
    left -= ownSize(value)
    if (left < 0 || depth > DEEPEST) return false
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return true
    return Object.entries(value).every(([key, item]) => fits(key, depth) && fits(item, depth + 1))
  }
  return fits(args, 0)
    ? null
    : { code: 'input.tooLarge', detail: `more than ${LARGEST_BYTES.toString()} bytes or ${DEEPEST.toString()} levels` }
}

const LARGEST_BYTES = 256 * 1024
const DEEPEST = 8

/** Near enough to what the value takes: two bytes a character, eight for anything else. */
function ownSize(value: unknown): number {
  if (typeof value === 'string') return 2 * value.length
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return value.byteLength
  if (value instanceof Map || value instanceof Set) return Infinity
  return 8
}

/** A bucket for each window: `burst` calls at once, then `perSecond`. `now` is in milliseconds. */
export function openCallBudget({ perSecond, burst, now }: { perSecond: number; burst: number; now: () => number }) {
  const buckets = new Map<number, { left: number; at: number }>()
  return {
    take(window: number): boolean {
      const at = now()
      const bucket = buckets.get(window) ?? { left: burst, at }
      const left = Math.min(burst, bucket.left + ((at - bucket.at) / 1_000) * perSecond)
      buckets.set(window, { left: left >= 1 ? left - 1 : left, at })
      return left >= 1
    },
    forget(window: number): void {
      buckets.delete(window)
    },
  }
}
