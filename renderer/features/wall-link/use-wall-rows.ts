import { useQuery } from '@tanstack/react-query'
import type {
  AlertRow,
  AreaRow,
  FlowNumbers,
  NumbersRow,
  QueueNumbers,
  RateNumbers,
} from '../../../hub-server/contract/board.ts'
import type { SessionUser } from '../../../hub-server/contract/session.ts'
import { hubInfoQuery } from '../../hub/hub-info-query.ts'
import type { HubInfo } from '../../hub/hub-info-request.ts'
import { useSession } from '../../hub/session.ts'
import { useBoard } from '../../hub/station.tsx'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { useFeed } from './use-feed.ts'

/** What a wall shows, as the hub told it. */
export interface WallRows {
  /** Whose wall it is; null only while the sign-in is ending. */
  readonly home: SessionUser['centre'] | null
  readonly alerts: ReadonlyMap<string, AlertRow>
  readonly areas: ReadonlyMap<string, AreaRow>
  readonly flow: FlowNumbers | undefined
  readonly queues: QueueNumbers | undefined
  readonly rates: RateNumbers | undefined
  /** Null until the hub has told it. */
  readonly info: HubInfo | null
  readonly feed: FeedState
  /** The boards have come. Before that an empty lane would be a claim. */
  readonly told: boolean
}

export function useWallRows(): WallRows {
  const session = useSession()
  const numbers = useBoard('numbers')
  return {
    home: session.phase === 'signedIn' ? session.user.centre : null,
    alerts: useBoard('alerts'),
    areas: useBoard('areas'),
    flow: ofKind(numbers.get('today'), 'today'),
    queues: ofKind(numbers.get('queues'), 'queues'),
    rates: ofKind(numbers.get('rates'), 'rates'),
    info: useQuery(hubInfoQuery()).data ?? null,
    feed: useFeed(),
    // The rows of all boards come in one frame, and the hub always tells its numbers.
    told: numbers.size > 0,
  }
}

function ofKind<Id extends NumbersRow['id']>(row: NumbersRow | undefined, id: Id) {
  return row?.id === id ? (row as Extract<NumbersRow, { id: Id }>) : undefined
}
