import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'

export interface SearchKeyActs {
  readonly rows: readonly CaseRow[]
  /** The chosen one; −1 when there is none. */
  readonly index: number
  readonly choose: (index: number) => void
  readonly onEnter: () => void
  readonly onClose: () => void
}

/** The keys of a search: choose, open, back. */
export function useSearchKeys({ rows, index, choose, onEnter, onClose }: SearchKeyActs): void {
  const { t } = useText()
  useKeys('layer', [
    { id: 'search.close', keys: ['Escape'], label: t('desk.search.close'), run: onClose },
    {
      id: 'search.next',
      keys: ['ArrowDown'],
      label: t('desk.keys.next'),
      run: () => {
        choose(Math.min(index + 1, rows.length - 1))
      },
      repeat: true,
    },
    {
      id: 'search.previous',
      keys: ['ArrowUp'],
      label: t('desk.keys.previous'),
      run: () => {
        choose(Math.max(index - 1, 0))
      },
      repeat: true,
    },
    {
      id: 'search.open',
      keys: ['Enter'],
      label: t('desk.search.openIt'),
      run: onEnter,
    },
  ])
}
