import type { RowClock } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { Text } from '../../shared/text/use-text.ts'
import { remainingOf } from '../../shared/time/format-remaining.ts'

/** What a countdown plate says: the word of its clock, and the figure. */
export interface PlateWords {
  /** `剩`, `超`, `签收超`, `重办剩`; of a clock past the covered calendar `暂定剩`. */
  readonly word: string
  /** `3天 16:42`, `01:13`. */
  readonly figure: string
}

/** The time by which the unit answers is the ordinary one and needs no name; every other clock is named. */
const unnamed: readonly RowClock['kind'][] = ['handle', 'total']

export function plateWords(clock: RowClock, now: number, { t, remaining }: Pick<Text, 't' | 'remaining'>): PlateWords {
  const { overdue, figure } = remainingOf(msOf(clock.dueAt) - now, remaining.day)
  const kind = unnamed.includes(clock.kind) ? '' : t(`wall.clock.${clock.kind}`)
  const sure = clock.provisional ? t('wall.provisional') : ''
  return { word: `${sure}${kind}${t(overdue ? 'wall.over' : 'wall.left')}`, figure }
}
