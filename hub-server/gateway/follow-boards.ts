/** The `follow` event: what a station may follow, and its place at the feed. */
import type { BoardName } from '../contract/board.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import type { Follow, FollowedBoard } from '../contract/station.ts'
import type { Hub } from '../service/hub.ts'
import { scopeOf } from '../service/list-cases.ts'
import { openBoards, type Audience, type BoardState } from '../service/read-board.ts'
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
  const state = openBoards(hub, audience, follow.since)
  feed.join(listener, audience)
  return granted(state)
}

function notForWalls(boards: readonly FollowedBoard[]): BadField[] {
  return boards.flatMap(({ board }, index) =>
    wallBoards.includes(board)
      ? []
      : [{ path: `boards.${String(index)}.board`, reason: 'board.notOffered', facts: { board } }],
  )
}
