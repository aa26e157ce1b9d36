import { dataTime } from '../../hub/link-state.ts'
import { useLinkState } from '../../hub/station.tsx'
import { hubClock, useHubNow } from '../../shared/time/hub-clock.ts'
import { feedState, type FeedState } from '../../shared/wall/feed-state.ts'

/** How old the boards of this window are, by the hub's pulse; looked at every second. */
export function useFeed(): FeedState {
  const heardAt = dataTime(useLinkState())
  const now = useHubNow()
  return feedState(heardAt === null ? null : heardAt + (hubClock.offset() ?? 0), now)
}
