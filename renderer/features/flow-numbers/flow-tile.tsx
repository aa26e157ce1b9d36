import type { ReactNode } from 'react'
import type { FlowNumbers, QueueNumbers } from '../../../hub-server/contract/board.ts'
import { dayOf, instantOf, msOf } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { WallFigure } from '../../shared/wall/wall-figure.tsx'
import { WallTile } from '../../shared/wall/wall-tile.tsx'
import { countText } from './rate-text.ts'
import './flow-numbers.css'

export interface FlowTileProps {
  /** Undefined until the hub has told them. */
  flow: FlowNumbers | undefined
  queues: QueueNumbers | undefined
  feed: FeedState
}

/** Today's way of the orders, each stage with what it has left behind, and what is past due. */
export function FlowTile({ flow, queues, feed }: FlowTileProps) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const today = dayOf(instantOf(now))
  // Until something moves after midnight the hub's last word is about the day before, and the tile says so.
  const scope =
    flow === undefined || flow.day === today
      ? t('wall.flow.today')
      : t('wall.flow.day', { day: moment.day(msOf(`${flow.day}T00:00:00+08:00`), now) })
  const waiting = (queue: 'triage' | 'acknowledge' | 'review', key: 'toDispatch' | 'toAcknowledge' | 'toReview') => {
    const count = queues?.queues[queue].total
    return count === undefined ? null : t(`wall.flow.${key}`, { count })
  }
  const overdue = queues?.queues.overdue.total
  return (
    <WallTile className="wall-flow" title={t('wall.flow.title')} scope={scope} feed={feed}>
      <ul className="wall-numbers">
        <Stage label={t('wall.flow.registered')} count={flow?.registered} below={yesterdayText(flow, t)} />
        <Stage label={t('wall.flow.dispatched')} count={flow?.dispatched} below={waiting('triage', 'toDispatch')} />
        <Stage
          label={t('wall.flow.acknowledged')}
          count={flow?.acknowledged}
          below={waiting('acknowledge', 'toAcknowledge')}
        />
        <Stage label={t('wall.flow.concluded')} count={flow?.concluded} below={waiting('review', 'toReview')} />
        <Stage
          label={t('wall.flow.overdue')}
          count={overdue}
          before={overdue !== undefined && overdue > 0 && <AlertShape colour="red" size={32} stale={feed.stale} />}
          below={flow === undefined ? null : t('wall.flow.newToday', { count: flow.expired })}
        />
      </ul>
    </WallTile>
  )
}

function yesterdayText(flow: FlowNumbers | undefined, t: ReturnType<typeof useText>['t']): string | null {
  if (flow === undefined) return null
  const { registeredYesterday: count, hour } = flow
  return count === null ? t('wall.flow.noYesterday') : t('wall.flow.yesterday', { hour, count })
}

interface StageProps {
  label: string
  count: number | undefined
  before?: ReactNode
  below: string | null
}

function Stage({ label, count, before, below }: StageProps) {
  return (
    <li>
      <p className="wall-number-label">{label}</p>
      <p className="wall-number-figure">
        {before}
        <WallFigure value={count === undefined ? null : countText(count)} />
      </p>
      <p className="wall-number-below">{below}</p>
    </li>
  )
}
