import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual'
import { useCallback, type RefObject } from 'react'
import type { ListItem } from './list-items.ts'

/** Which lines have to be drawn, and the index of the section that stays at the top. */
export function useItemsInView(items: readonly ListItem[], viewRef: RefObject<HTMLDivElement | null>) {
  // Another function makes the virtualizer place anew, which costs no layout: the heights are known.
  const getItemKey = useCallback((index: number) => items[index]?.key ?? index, [items])
  const rangeExtractor = useCallback(
    (range: Range) => [...new Set([sectionAt(items, range.startIndex), ...defaultRangeExtractor(range)])],
    [items],
  )
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => viewRef.current,
    estimateSize: (index) => items[index]?.height ?? 0,
    getItemKey,
    rangeExtractor,
    overscan: 8,
  })
  return { inView: virtualizer.getVirtualItems(), sticky: sectionAt(items, virtualizer.range?.startIndex ?? 0) }
}

/** The section the line at `index` belongs to. */
function sectionAt(items: readonly ListItem[], index: number): number {
  for (let at = Math.min(index, items.length - 1); at > 0; at -= 1) if (items[at]?.kind === 'section') return at
  return 0
}
