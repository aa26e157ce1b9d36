import type { RateNumbers } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { WallFigure } from '../../shared/wall/wall-figure.tsx'
import { WallTile } from '../../shared/wall/wall-tile.tsx'
import { countText, rateText, type RateParts } from './rate-text.ts'
import './flow-numbers.css'

const rates = ['response', 'resolution', 'satisfaction'] as const

/** The three rates of the month so far (rules.md 5.1), each with what it is made of. */
export function RatesTile({ numbers, feed }: { numbers: RateNumbers | undefined; feed: FeedState }) {
  const { t, moment } = useText()
  const dayText = (day: string) => moment.day(msOf(`${day}T00:00:00+08:00`), msOf(`${day}T23:00:00+08:00`) + 86_400_000)
  return (
    <WallTile
      className="wall-rates"
      title={t('wall.rates.title')}
      {...(numbers !== undefined && {
        scope: t('wall.rates.period', { from: dayText(numbers.from), to: dayText(numbers.to) }),
      })}
      feed={feed}
    >
      <ul className="wall-numbers">
        {rates.map((rate) => (
          <Rate key={rate} label={t(`wall.rates.${rate}`)} parts={numbers?.[rate]} />
        ))}
      </ul>
    </WallTile>
  )
}

function Rate({ label, parts }: { label: string; parts: RateParts | undefined }) {
  const { t } = useText()
  const percent = parts === undefined ? null : rateText(parts)
  return (
    <li>
      <p className="wall-number-label">{label}</p>
      <p className="wall-number-figure">
        {parts !== undefined && percent === null ? (
          <span className="wall-number-none">{t('wall.rates.none')}</span>
        ) : (
          <WallFigure value={percent} />
        )}
        {percent !== null && <small>%</small>}
      </p>
      <p className="wall-number-parts">
        {parts !== undefined && `${countText(parts.numerator)} / ${countText(parts.denominator)}`}
      </p>
    </li>
  )
}
