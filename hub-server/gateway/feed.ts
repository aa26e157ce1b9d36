/**
 * The live feed. After a commit the first change goes out at once, the next ones in frames of 50 ms; a frame reads what changed once,
 * and asks once per audience. Who follows joins in the same turn in which he was answered, so that nothing falls between the two.
 */
import type { Changes } from '../contract/station.ts'
import { cursorOf } from '../service/cursor.ts'
import type { Hub } from '../service/hub.ts'
import { audienceKey, boardChanges, changedCases, openBoards, type Audience } from '../service/read-board.ts'

const frameMs = 50
/** Cases of one read; a frame takes as many reads as there are. */
const readAtOnce = 1000
/** A first look at everything may fill the line for a while. */
const patienceMs = 10_000
const longestBehindMs = 60_000

/** Somebody at the feed: a socket, as the feed needs it. */
export interface Listener {
  /** Sends one frame to this listener alone. */
  readonly send: (changes: Changes) => void
  readonly bufferedBytes: () => number
  /** Cut off: it takes no more. */
  readonly drop: () => void
}

export interface FeedOptions {
  /** Above this a listener gets no frames until it has caught up. */
  readonly behindBytes: number
  /** Above this for ten seconds it is cut off. */
  readonly dropBytes: number
  /** One frame for all of an audience: its key, and who of it is not behind. */
  readonly broadcast: (key: string, changes: Changes) => void
  readonly onFrame: (cases: number, rows: number) => void
  readonly onJoin: (listener: Listener, key: string) => void
  readonly onLeave: (listener: Listener, key: string) => void
}

interface Seat {
  readonly key: string
  readonly audience: Audience
  /** Fell behind: the cursor of the last frame before, and when (ms of the process). */
  behind?: { readonly cursor: string; readonly at: number }
}

export interface Feed {
  readonly join: (listener: Listener, audience: Audience) => void
  readonly leave: (listener: Listener) => void
  /** Brings back who fell behind and has read meanwhile. */
  readonly catchUp: () => void
  /** How many are set aside now because they do not read. */
  readonly behind: () => number
  readonly stop: () => void
}

interface FeedState {
  readonly hub: Hub
  readonly options: FeedOptions
  readonly seats: Map<Listener, Seat>
  readonly audiences: Map<string, { readonly audience: Audience; readonly listeners: Set<Listener> }>
  lastSeq: number
}

export function makeFeed(hub: Hub, options: FeedOptions): Feed {
  const state: FeedState = {
    hub,
    options,
    seats: new Map(),
    audiences: new Map(),
    lastSeq: hub.ledger.events.lastSeq(),
  }
  let lastFrameAt = -frameMs
  let timer: NodeJS.Timeout | undefined
  const stopListening = hub.bell.onRing(() => {
    if (timer !== undefined) return
    timer = setTimeout(
      () => {
        timer = undefined
        lastFrameAt = performance.now()
        sendFrame(state)
      },
      Math.max(0, lastFrameAt + frameMs - performance.now()),
    )
  })
  return {
    join: (listener, audience) => join(state, listener, audience),
    leave: (listener) => leave(state, listener),
    catchUp: () => catchUp(state),
    behind: () => [...state.seats.values()].filter((seat) => seat.behind !== undefined).length,
    stop: () => {
      stopListening()
      clearTimeout(timer)
    },
  }
}

function join(state: FeedState, listener: Listener, audience: Audience): void {
  leave(state, listener)
  const key = audienceKey(audience)
  const group = state.audiences.get(key) ?? { audience, listeners: new Set<Listener>() }
  group.listeners.add(listener)
  state.audiences.set(key, group)
  state.seats.set(listener, { key, audience })
  state.options.onJoin(listener, key)
}

function leave(state: FeedState, listener: Listener): void {
  const seat = state.seats.get(listener)
  if (seat === undefined) return
  state.seats.delete(listener)
  const group = state.audiences.get(seat.key)
  group?.listeners.delete(listener)
  if (group?.listeners.size === 0) state.audiences.delete(seat.key)
  state.options.onLeave(listener, seat.key)
}

function sendFrame(state: FeedState): void {
  const { hub, options, audiences } = state
  if (audiences.size === 0) {
    state.lastSeq = hub.ledger.events.lastSeq()
    return
  }
  for (;;) {
    const records = hub.ledger.cases.changedAfter(state.lastSeq, readAtOnce)
    const last = records.at(-1)
    if (last === undefined) return
    const before = cursorOf(hub, state.lastSeq)
    state.lastSeq = last.changed
    const changed = changedCases(hub, records)
    let rows = 0
    for (const [key, { audience, listeners }] of audiences) {
      const changes = boardChanges(hub, audience, changed)
      if (changes.length === 0) continue
      for (const listener of listeners) setAsideIfSlow(state, listener, before)
      rows += changes.length * listeners.size
      options.broadcast(key, { cursor: cursorOf(hub, state.lastSeq), changes })
    }
    options.onFrame(records.length, rows)
  }
}

function setAsideIfSlow(state: FeedState, listener: Listener, cursor: string): void {
  const seat = state.seats.get(listener)
  if (seat === undefined || seat.behind !== undefined || listener.bufferedBytes() <= state.options.behindBytes) return
  seat.behind = { cursor, at: performance.now() }
  state.options.onLeave(listener, seat.key)
}

/** Who has read what was sent goes on from its cursor, with all that changed since; where that is too much, it must follow anew. */
function catchUp(state: FeedState): void {
  for (const [listener, seat] of state.seats) {
    const { behind, audience, key } = seat
    if (behind === undefined) continue
    const { behindBytes, dropBytes } = state.options
    const bytes = listener.bufferedBytes()
    const ms = performance.now() - behind.at
    if (ms > longestBehindMs || (bytes > dropBytes && ms > patienceMs)) {
      drop(state, listener)
      continue
    }
    if (bytes > behindBytes / 8) continue
    const { reset, cursor, changes } = openBoards(state.hub, audience, behind.cursor)
    if (reset === true) {
      drop(state, listener)
      continue
    }
    delete seat.behind
    state.options.onJoin(listener, key)
    listener.send({ cursor, changes })
  }
}

function drop(state: FeedState, listener: Listener): void {
  leave(state, listener)
  listener.drop()
}
