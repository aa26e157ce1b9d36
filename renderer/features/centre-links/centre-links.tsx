import type { AreaRow } from '../../../hub-server/contract/board.ts'
import type { HubInfo } from '../../hub/hub-info-request.ts'
import { useText } from '../../shared/text/use-text.ts'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { WallTile } from '../../shared/wall/wall-tile.tsx'
import { LinkGlyph } from './link-glyph.tsx'
import './centre-links.css'

export interface CentreLinksProps {
  /** Null until the hub has told it. */
  info: HubInfo | null
  /** The areas right below the centre. */
  areas: readonly AreaRow[]
  feed: FeedState
}

const grouped = new Intl.NumberFormat('en-US')

/** How this hub stands with the centres around it. A hub that serves its city alone has none, and says so: no state is made up for them. */
export function CentreLinks({ info, areas, feed }: CentreLinksProps) {
  const { t } = useText()
  const tiers =
    info?.below.map(({ tier, count }) => t(`wall.links.${tier}`, { count: grouped.format(count) })).join(' · ') ?? ''
  return (
    <WallTile
      className="wall-links"
      title={t('wall.links.title')}
      {...(tiers !== '' && { scope: t('wall.links.notJoined', { tiers }) })}
      feed={feed}
    >
      <ul className="wall-links-row">
        {info !== null && (
          <li className="wall-links-own" data-lost={feed.stale}>
            <LinkGlyph state={feed.stale ? 'cut' : 'joined'} />
            {t(feed.stale ? 'wall.links.ownLost' : 'wall.links.own')}
          </li>
        )}
        {areas.map(({ id, name }) => (
          <li key={id}>
            <LinkGlyph state="none" />
            {name}
          </li>
        ))}
      </ul>
    </WallTile>
  )
}
