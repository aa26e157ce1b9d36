import { useEffect, useMemo, useRef } from 'react'
import type { NumbersRow } from '../../../hub-server/contract/board.ts'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { DeskQueue } from '../../hub/desk-queue.ts'
import { signOut } from '../../hub/session.ts'
import { useBoard, useCommands, useLinkState } from '../../hub/station.tsx'
import { useSettings } from '../../shared/settings/settings.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyNotice, LoadingRows } from '../../shared/ui/state-notice.tsx'
import { CaseGrid, type CaseGridHandle } from './case-grid.tsx'
import './case-list.css'
import { EmptyQueue } from './empty-queue.tsx'
import { ListHead } from './list-head.tsx'
import { rowHeights } from './list-items.ts'
import type { ListState } from './list-order.ts'
import { useCaseList } from './use-case-list.ts'
import { useListFocus } from './use-list-focus.ts'
import { useListKeys } from './use-list-keys.ts'

export interface CaseListProps {
  readonly queue: DeskQueue
  /** The open case. */
  readonly openId: string | null
  readonly onOpen: (id: string) => void
  readonly onQueue: (queue: DeskQueue) => void
  readonly onRegister: () => void
}

/** What the hub hands over at most of one scope; the rest is found by search. */
const mostRows = 10_000

/** One queue as a list, by what falls due next. Draw it with the queue as its key: another queue is another list. */
export function CaseList({ queue, openId, onOpen, onQueue, onRegister }: CaseListProps) {
  const { t } = useText()
  const { list, insert } = useCaseList(queue)
  const focus = useListFocus(list.placed, openId)
  const link = useLinkState()
  const waiting = useWaitingCommands()
  const gridRef = useRef<CaseGridHandle>(null)
  const anybody = list.placed.length > 0
  const label = t('desk.list.label', { queue: t(`desk.queue.${queue}`) })
  useListKeys({
    gridRef,
    focus,
    count: list.placed.length,
    open: onOpen,
    waiting: list.arrived + list.moved.size,
    insert,
  })
  useEffect(() => {
    // Who has nothing focused reads the list; a field or button that has the focus keeps it.
    if (anybody && document.activeElement === document.body) gridRef.current?.focus()
  }, [anybody])
  return (
    <section className="case-list" aria-label={label}>
      <ListHead
        title={t(`desk.queue.${queue}`)}
        count={useCountWords(list)}
        link={link}
        arrived={list.arrived}
        moved={list.moved.size}
        onInsert={insert}
      />
      {anybody ? (
        <CaseGrid
          ref={gridRef}
          label={label}
          list={list}
          focus={focus}
          openId={openId}
          stale={link.phase === 'lost'}
          waiting={waiting}
          today={msOf(list.days.tomorrow) - 1}
          onOpen={onOpen}
        />
      ) : (
        <NoRows queue={queue} onQueue={onQueue} onRegister={onRegister} />
      )}
    </section>
  )
}

/** Nothing to draw yet, or nothing at all: the two must differ. */
function NoRows({ queue, onQueue, onRegister }: Pick<CaseListProps, 'queue' | 'onQueue' | 'onRegister'>) {
  const { t } = useText()
  const { density } = useSettings()
  const { phase } = useLinkState()
  // The numbers come with the first rows, in the same drawing.
  const known = useBoard('numbers').size > 0
  if (phase === 'ended')
    return (
      <EmptyNotice action={<Button onClick={() => void signOut()}>{t('common.signOut')}</Button>}>
        {t('desk.empty.noRole')}
      </EmptyNotice>
    )
  if (known) return <EmptyQueue queue={queue} onQueue={onQueue} onRegister={onRegister} />
  if (phase === 'lost') return <EmptyNotice>{t('desk.lost.noData')}</EmptyNotice>
  return (
    <LoadingRows
      rows={16}
      rowHeight={rowHeights[density]}
      what={(seconds) => t('desk.list.loading', { queue: t(`desk.queue.${queue}`), seconds })}
    />
  )
}

/** The first command of each case that is still on its way. */
function useWaitingCommands(): ReadonlyMap<string, CommandType> {
  const { queued } = useCommands()
  return useMemo(() => new Map(queued.toReversed().map(({ caseId, type }) => [caseId, type])), [queued])
}

function useCountWords({ source, rows, queue }: ListState): string {
  const { t } = useText()
  const numbers = useBoard('numbers').get('queues')
  const shown = rows.size
  if (source.size < mostRows) return t('desk.list.count', { count: shown })
  return t('desk.list.first', { shown, count: totalOf(numbers, queue) ?? shown })
}

function totalOf(numbers: NumbersRow | undefined, queue: DeskQueue): number | undefined {
  return numbers?.id === 'queues' && queue !== 'mine' ? numbers.queues[queue].total : undefined
}
