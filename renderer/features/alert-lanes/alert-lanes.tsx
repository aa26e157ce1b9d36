import type { FeedState } from '../../shared/wall/feed-state.ts'
import { AlertLane } from './alert-lane.tsx'
import { laneColours, type Lanes } from './lanes.ts'
import { shareRows } from './share-rows.ts'

export interface AlertLanesProps {
  lanes: Lanes
  /** The hub has told its alerts. */
  told: boolean
  feed: FeedState
  /** One below the other, or the red lane beside the two others. */
  arrangement: 'stacked' | 'redBeside'
  /** Wall units from the top of the first lane to the end of the last. */
  height: number
}

/** Wall units: a lane's head, its least row, and the gap between two lanes. */
const head = 46
const row = 80
const gap = 12

/** The three lanes. They give one another the room they do not need. */
export function AlertLanes({ lanes, told, feed, arrangement, height }: AlertLanesProps) {
  const counts = { red: lanes.red.length, yellow: lanes.yellow.length, blue: lanes.blue.length }
  const roomOf = (count: number) => Math.floor((height - count * head - (count - 1) * gap) / row)
  const { red, yellow, blue } = counts
  const rooms =
    arrangement === 'redBeside'
      ? { ...shareRows(roomOf(2), { yellow, blue }), red: shareRows(roomOf(1), { red }).red }
      : shareRows(roomOf(3), counts)
  return (
    <div className="wall-lanes">
      {laneColours.map((colour) => (
        <AlertLane key={colour} colour={colour} rows={told ? lanes[colour] : null} room={rooms[colour]} feed={feed} />
      ))}
    </div>
  )
}
