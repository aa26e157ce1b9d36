import type { RefObject } from 'react'
import type { KeyCommand } from '../../shared/keys/key-command.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import type { CaseGridHandle } from './case-grid.tsx'
import type { ListFocus } from './use-list-focus.ts'

export interface ListKeyActs {
  readonly gridRef: RefObject<CaseGridHandle | null>
  readonly focus: ListFocus
  readonly count: number
  readonly open: (id: string) => void
  /** How many rows wait to be put in place. */
  readonly waiting: number
  readonly insert: () => void
}

const held = { repeat: true } as const
const moves = {
  next: { id: 'list.next', keys: ['J', 'ArrowDown'], ...held, hint: 1 },
  previous: { id: 'list.previous', keys: ['K', 'ArrowUp'], ...held, hint: 2 },
  pageDown: { id: 'list.pageDown', keys: ['PageDown'], ...held },
  pageUp: { id: 'list.pageUp', keys: ['PageUp'], ...held },
  first: { id: 'list.first', keys: ['Home'] },
  last: { id: 'list.last', keys: ['End'] },
} as const satisfies Record<string, Pick<KeyCommand, 'id' | 'keys' | 'repeat' | 'hint'>>

/** What can be done by key in the list. */
export function useListKeys({ gridRef, focus, count, open, waiting, insert }: ListKeyActs): void {
  const { t } = useText()
  const { index, id, moveTo } = focus
  const go = (to: number) => {
    moveTo(to)
    gridRef.current?.show(to)
  }
  const page = () => gridRef.current?.page() ?? 1
  useKeys('list', [
    { ...moves.next, label: t('desk.keys.next'), run: () => go(index + 1) },
    { ...moves.previous, label: t('desk.keys.previous'), run: () => go(index - 1) },
    { ...moves.pageDown, label: t('desk.keys.pageDown'), run: () => go(index + page()) },
    { ...moves.pageUp, label: t('desk.keys.pageUp'), run: () => go(index - page()) },
    { ...moves.first, label: t('desk.keys.first'), run: () => go(0) },
    { ...moves.last, label: t('desk.keys.last'), run: () => go(count - 1) },
    {
      id: 'list.open',
      keys: ['Enter'],
      label: t('desk.keys.open'),
      run: () => {
        if (id !== null) open(id)
      },
      hint: 3,
    },
    {
      id: 'list.insert',
      keys: ['.'],
      label: t('desk.keys.insert'),
      run: insert,
      refusal: waiting === 0 ? t('desk.list.nothingNew') : null,
    },
  ])
}
