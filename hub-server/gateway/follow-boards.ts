/** The `follow` event: what a station may follow, and its place at the feed. */
import type { BoardName } from '../contract/board.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import type { Follow, FollowedBoard } from '../contract/station.ts'
import { currentCursor } from '../service/cursor.ts'
import type { Hub } from '../service/hub.ts'
import { scopeOf } from '../service/list-cases.ts'
import { audienceKey, openBoards, type Audience, type BoardState } from '../service/read-board.ts'
import type { Asker } from './door.ts'
import type { Feed, Listener } from './feed.ts'

/** What may hang where anybody looks: counts and alerts without the resident's words. */
const wallBoards: readonly BoardName[] = ['alerts', 'areas', 'numbers', 'links']

/** Answers with the boards as they are and joins the feed, in one turn. A place outside one's area looks like a missing one. */
export function followBoards(
  hub: Hub,
  feed: Feed,
  listener: Listener,
  { who, wall }: { readonly who: Asker; readonly wall: boolean },
  follow: Follow,
): Answer<BoardState> {
  const bad = wall ? notForWalls(follow.boards) : []
  if (bad.length > 0) return refused('input.invalid', undefined, bad)
  if (wall) {
    const centre = who.division ?? hub.centre.code
    const outside = follow.boards.some(
      ({ division }) => division !== undefined && !hub.reference.ancestorsOf(division).includes(centre),
    )
    if (outside) return refused('thing.notFound')
  } else {
    if (scopeOf(hub, who, undefined) === undefined) return refused('auth.roleMissing')
    if (follow.boards.some(({ division }) => scopeOf(hub, who, division) === undefined))
      return refused('thing.notFound')
  }
  const audience: Audience = { who, wall, boards: follow.boards }
  const state = follow.since === undefined ? firstLook(hub, audience) : openBoards(hub, audience, follow.since)
  feed.join(listener, audience)
  return granted(state)
}

/** First looks of one audience while nothing has changed since: a morning's desks open together and see the same. */
const looks = new WeakMap<Hub, Map<string, { readonly state: BoardState; readonly at: number }>>()
const mostLooks = 32
/** What may be done with a case can also change by time alone. */
const lookLastsMs = 2000

function firstLook(hub: Hub, audience: Audience): BoardState {
  const known = looks.get(hub) ?? new Map<string, { state: BoardState; at: number }>()
  looks.set(hub, known)
  const key = audienceKey(audience)
  const look = known.get(key)
  if (look?.state.cursor === currentCursor(hub) && performance.now() - look.at < lookLastsMs) return look.state
  const state = openBoards(hub, audience, undefined)
  known.delete(key)
  known.set(key, { state, at: performance.now() })
  const [oldest] = known.keys()
  if (known.size > mostLooks && oldest !== undefined) known.delete(oldest)
  return state
}

function notForWalls(boards: readonly FollowedBoard[]): BadField[] {
  return boards.flatMap(({ board }, index) =>
    wallBoards.includes(board)
      ? []
      : [{ path: `boards.${String(index)}.board`, reason: 'board.notOffered', facts: { board } }],
  )
}
