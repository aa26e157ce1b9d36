import type { AlertRow } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { largestSpan } from '../../shared/wall/span-words.ts'
import { townshipName } from '../../shared/wall/township-name.ts'
import { LaneMark } from './lane-mark.tsx'
import { plateWords } from './plate-words.ts'
import './alert-lane-row.css'

export interface AlertLaneRowProps {
  row: AlertRow
  /** The number the case also carries on the map; red only. */
  number: number | null
  feed: FeedState
}

/** Where and what, how long is left; who and which act next, how old. */
export function AlertLaneRow({ row, number, feed }: AlertLaneRowProps) {
  const { t } = useText()
  const unacknowledged = row.state === 'unacknowledged'
  return (
    <li className="wall-row" data-unacknowledged={unacknowledged && !feed.stale}>
      <LaneMark colour={row.colour} number={number} stale={feed.stale} />
      <p className="wall-row-matter cut">
        {townshipName(row.place)} {row.matter === '' ? t('wall.noCategory') : row.matter}
      </p>
      <Plate row={row} />
      <p className="wall-row-act">
        <span className="cut">{row.unit ?? t('wall.noUnit')}</span>
        <span className="wall-row-next">
          → {row.nextAct === 'submit' ? t('wall.answer') : t(`labels.command.${row.nextAct}`)}
        </span>
        {unacknowledged && <UnacknowledgedTag since={msOf(row.since)} />}
      </p>
      <RowAge row={row} feed={feed} />
    </li>
  )
}

/** Filled, outlined, plain: the rank that greyscale leaves. A risk without a running clock has its axis in place of a figure. */
function Plate({ row: { clock, colour, axis } }: { row: AlertRow }) {
  const text = useText()
  const now = useHubNow()
  if (clock === null) {
    return (
      <p className="wall-plate" data-colour={colour}>
        {text.t(`labels.axis.${axis}`)}
      </p>
    )
  }
  const { word, figure } = plateWords(clock, now, text)
  return (
    <p className="wall-plate" data-colour={colour}>
      <em>{word}</em> {figure}
    </p>
  )
}

function UnacknowledgedTag({ since }: { since: number }) {
  const { t } = useText()
  const now = useHubNow()
  return (
    <span className="wall-row-tag">
      {t('wall.unacknowledged')}
      <span className="wall-row-since">{largestSpan(now - since, t)}</span>
    </span>
  )
}

const day = 86_400_000

function RowAge({ row, feed }: { row: AlertRow; feed: FeedState }) {
  const { t, moment } = useText()
  const now = useHubNow()
  if (feed.stale && feed.at !== null) {
    return <p className="wall-row-age">{t('wall.asOf', { moment: moment.hourAndMinute(feed.at) })}</p>
  }
  const age = Math.max(0, now - msOf(row.registeredAt))
  const minutes = Math.floor(age / 60_000)
  const span =
    age >= day
      ? t('wall.span.wholeDays', { days: Math.floor(age / day) })
      : `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
  return <p className="wall-row-age">{t('wall.age', { span })}</p>
}

function two(count: number): string {
  return String(count).padStart(2, '0')
}
