import { useText } from '../text/use-text.ts'
import { useHubNow } from '../time/hub-clock.ts'
import type { FeedState } from './feed-state.ts'
import { spanWords } from './span-words.ts'
import './tile-age.css'

/** The corner of a tile: `3 秒前`; stale, a solid plate `停更 1时22分 · 数据停在 09:20`; before the first data, that it is being fetched. */
export function TileAge({ feed, brief = false }: { feed: FeedState; brief?: boolean }) {
  const { t, moment } = useText()
  const now = useHubNow()
  if (feed.at === null) return <span className="wall-age">{t('wall.fetching')}</span>
  if (!feed.stale) return <span className="wall-age">{moment.age(feed.at, now)}</span>
  const facts = { span: spanWords(now - feed.at, t), moment: moment.hourAndMinute(feed.at) }
  return <span className="wall-stamp">{t(brief ? 'wall.stampBrief' : 'wall.stamp', facts)}</span>
}
