import { useLayoutEffect, useRef, type RefObject } from 'react'
import { sectionHeight, type ListItem } from './list-items.ts'

const glideMs = 200

/**
 * Keeps the row under the eyes where it is: what comes or goes above the view moves the view with it. A row that leaves inside the view
 * lets those below it glide up.
 */
export function useStillView(viewRef: RefObject<HTMLElement | null>, items: readonly ListItem[]): void {
  const before = useRef(items)
  useLayoutEffect(() => {
    const was = before.current
    before.current = items
    const box = viewRef.current
    if (box === null || was === items) return undefined
    const shift = box.scrollTop === 0 ? 0 : shiftOf(was, items, box.scrollTop + sectionHeight)
    box.scrollTop += shift
    if (shift !== 0 || items.length >= was.length) return undefined
    box.dataset['glide'] = ''
    const timer = setTimeout(() => {
      delete box.dataset['glide']
    }, glideMs)
    return () => {
      clearTimeout(timer)
      delete box.dataset['glide']
    }
  }, [viewRef, items])
}

/** How far the first row in view that is still there has moved, px. */
export function shiftOf(was: readonly ListItem[], items: readonly ListItem[], viewTop: number): number {
  const tops = new Map(items.map(({ key, top }) => [key, top]))
  for (const { kind, key, top } of was) {
    if (kind !== 'row' || top < viewTop) continue
    const now = tops.get(key)
    if (now !== undefined) return now - top
  }
  return 0
}
