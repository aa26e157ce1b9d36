import type { AlertRow } from '../../../hub-server/contract/board.ts'
import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { TileAge } from '../../shared/wall/tile-age.tsx'
import { AlertLaneRow } from './alert-lane-row.tsx'
import { laneFact } from './lane-fact.ts'
import './alert-lane.css'

export interface AlertLaneProps {
  colour: AlertColour
  /** All of the lane, in its order; null while nothing has come from the hub. */
  rows: readonly AlertRow[] | null
  /** How many of them are drawn. */
  room: number
  feed: FeedState
}

/** One lane: its edge, its head with the count and what matters next, its most urgent rows. A row of the red lane carries the number of its pin on the map. */
export function AlertLane({ colour, rows, room, feed }: AlertLaneProps) {
  const { t } = useText()
  return (
    <section
      className="wall-lane"
      data-colour={colour}
      data-stale={feed.stale}
      style={{ flexGrow: room, flexBasis: 46 + room * 80 }}
      aria-label={t('wall.lane', { colour: t(`labels.colour.${colour}`) })}
    >
      <LaneHead {...{ colour, rows, room, feed }} />
      {rows?.length === 0 && <p className="wall-lane-none">{t(`wall.none.${colour}`)}</p>}
      {rows !== null && (
        <ol className="wall-lane-rows">
          {rows.slice(0, room).map((row, index) => (
            <AlertLaneRow key={row.id} row={row} number={colour === 'red' ? index + 1 : null} feed={feed} />
          ))}
        </ol>
      )}
    </section>
  )
}

function LaneHead({ colour, rows, room, feed }: AlertLaneProps) {
  const { t } = useText()
  const now = useHubNow(60_000)
  const more = rows === null ? 0 : rows.length - room
  const fact = rows === null ? 0 : laneFact(colour, rows, now)
  return (
    <div className="wall-lane-head">
      <h2>
        <AlertShape colour={colour} size={26} />
        {t(`labels.colour.${colour}`)}
        {rows !== null && <span className="wall-lane-count">{rows.length}</span>}
      </h2>
      {fact > 0 && (colour === 'red' || !feed.stale) && <span>{t(`wall.fact.${colour}`, { count: fact })}</span>}
      <span className="wall-lane-rest">
        {more > 0 && !feed.stale && <span className="wall-age">{t('wall.others', { count: more })} ·</span>}
        <TileAge feed={feed} brief />
      </span>
    </div>
  )
}
