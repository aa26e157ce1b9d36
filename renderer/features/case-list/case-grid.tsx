import { useId, useImperativeHandle, useMemo, useRef, type Ref } from 'react'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import { useSettings } from '../../shared/settings/settings.ts'
import { CaseRow } from './case-row.tsx'
import { ColumnHeads } from './column-heads.tsx'
import { listItems, rowHeights, sectionHeight, type ListItem } from './list-items.ts'
import type { ListState } from './list-order.ts'
import { SectionRow } from './section-row.tsx'
import type { ListFocus } from './use-list-focus.ts'
import { useItemsInView } from './use-items-in-view.ts'
import { useStillView } from './use-still-view.ts'

export interface CaseGridHandle {
  /** Brings a row into view and gives the keyboard to the list. */
  readonly show: (index: number) => void
  readonly focus: () => void
  /** Rows of one screen. */
  readonly page: () => number
}

export interface CaseGridProps {
  readonly ref: Ref<CaseGridHandle>
  readonly label: string
  readonly list: ListState
  readonly focus: ListFocus
  readonly openId: string | null
  readonly stale: boolean
  readonly waiting: ReadonlyMap<string, CommandType>
  /** A moment of today, ms. */
  readonly today: number
  readonly onOpen: (id: string) => void
}

/** The rows in view and a few more, however many there are. */
export function CaseGrid({ ref, label, list, focus, ...rest }: CaseGridProps) {
  const { density } = useSettings()
  const gridId = useId()
  const viewRef = useRef<HTMLDivElement>(null)
  const { placed } = list
  const items = useMemo(() => listItems({ placed }, density), [placed, density])
  const { inView, sticky } = useItemsInView(items, viewRef)
  useStillView(viewRef, items)
  useImperativeHandle(ref, () => ({
    show: (index) => {
      if (viewRef.current !== null) showRow(viewRef.current, items, index)
    },
    focus: () => viewRef.current?.focus({ preventScroll: true }),
    page: () => Math.max(1, Math.floor((viewRef.current?.clientHeight ?? 0) / rowHeights[density]) - 1),
  }))
  const drawn = focus.id !== null && inView.some(({ key }) => key === focus.id)
  return (
    <div
      ref={viewRef}
      className="case-grid"
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-rowcount={items.length + 1}
      aria-activedescendant={drawn ? `${gridId}-${focus.id}` : undefined}
    >
      <ColumnHeads />
      <div role="rowgroup" className="case-grid-rows" style={{ height: heightOf(items) }}>
        {inView.map(({ index }) => {
          const item = items[index]
          return (
            item && (
              <Line
                key={item.key}
                item={item}
                lineNumber={index + 2}
                sticky={index === sticky}
                gridId={gridId}
                list={list}
                focusId={focus.id}
                {...rest}
              />
            )
          )
        })}
      </div>
    </div>
  )
}

interface LineProps extends Omit<CaseGridProps, 'ref' | 'label' | 'focus'> {
  readonly item: ListItem
  readonly lineNumber: number
  readonly sticky: boolean
  readonly gridId: string
  readonly focusId: string | null
}

function Line({ item, lineNumber, sticky, gridId, list, focusId, openId, stale, waiting, today, onOpen }: LineProps) {
  const { density } = useSettings()
  if (item.kind === 'section')
    return <SectionRow item={item} days={list.days} stale={stale} sticky={sticky} lineNumber={lineNumber} />
  const row = list.rows.get(item.id)
  return (
    row && (
      <CaseRow
        row={row}
        elementId={`${gridId}-${item.id}`}
        lineNumber={lineNumber}
        top={item.top}
        density={density}
        focused={item.id === focusId}
        selected={item.id === openId}
        stale={stale}
        waiting={waiting.get(item.id) ?? null}
        today={today}
        onOpen={onOpen}
      />
    )
  )
}

/** The column heads and the present section stand above the rows, each as high as a section. */
function showRow(view: HTMLElement, items: readonly ListItem[], index: number) {
  const rows = items.filter((item) => item.kind === 'row')
  const item = rows[Math.max(0, Math.min(index, rows.length - 1))]
  if (item === undefined) return
  view.focus({ preventScroll: true })
  const lowest = item.top + item.height + sectionHeight - view.clientHeight
  if (item.top < view.scrollTop + sectionHeight) view.scrollTop = item.top - sectionHeight
  else if (lowest > view.scrollTop) view.scrollTop = lowest
}

function heightOf(items: readonly ListItem[]): number {
  const last = items.at(-1)
  return last === undefined ? 0 : last.top + last.height
}
