/**
 * The one connection of a window to its hub: follows boards from its own cursor, sends commands, hears the pulse. It heals by itself: after
 * a break it goes on from its cursor, so that nothing is missed and nothing is asked for twice.
 */
import { io, type Socket } from 'socket.io-client'
import type { CommandEnvelope } from '../../hub-server/contract/command.ts'
import { msOf } from '../../hub-server/contract/instant.ts'
import {
  changesSchema,
  commandAnswerSchema,
  endedSchema,
  followAnswerSchema,
  pulseSchema,
  staleAfterSeconds,
  type CommandAnswer,
  type FollowedBoard,
  type HubToStation,
  type StationToHub,
} from '../../hub-server/contract/station.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { createBoardStore, type BoardStore } from './board-store.ts'
import { createLinkPhases, type LinkPhases } from './link-phases.ts'
import type { LinkState } from './link-state.ts'

export interface StationLink {
  readonly boards: BoardStore
  readonly state: () => LinkState
  readonly subscribe: (listener: () => void) => () => void
  /** Follows these boards from now on. */
  readonly follow: (boards: readonly FollowedBoard[]) => void
  /** One try to have a command done. `null`: nobody answered; whether it was done is not known, the same id may be sent again. */
  readonly command: (envelope: CommandEnvelope) => Promise<CommandAnswer | null>
  /** Tries now instead of waiting for the next time. */
  readonly tryNow: () => void
  readonly close: () => void
}

export interface LinkOptions {
  readonly address: string
  readonly namespace: '/desk' | '/wall'
  readonly token: string
  /** The session no longer holds. */
  readonly onEnded: () => void
}

type StationSocket = Socket<HubToStation, StationToHub>

const answerWithinMs = 10_000

export function openStationLink({ address, namespace, token, onEnded }: LinkOptions): StationLink {
  const socket: StationSocket = io(`${address}${namespace}`, {
    transports: ['websocket'],
    // Asked at each connect: refusals come in the language the window has then.
    auth: (give) => give({ token, language: document.documentElement.lang }),
    reconnection: false,
    forceNew: true,
    timeout: answerWithinMs,
  })
  const boards = createBoardStore((flush) => requestAnimationFrame(flush))
  const phases = createLinkPhases(() => socket.connect())
  const end = (reason: string) => {
    phases.ended(reason)
    socket.disconnect()
    onEnded()
  }
  const following = createFollowing(socket, boards, phases, end)
  listen(socket, phases, following, end)
  // Silence is a loss: without a pulse the line may look open and be dead.
  const watch = setInterval(() => {
    const state = phases.state()
    if (state.phase === 'live' && Date.now() - state.heardAt > staleAfterSeconds * 1000) socket.disconnect()
  }, 1000)

  return {
    boards,
    state: phases.state,
    subscribe: phases.subscribe,
    follow: following.follow,
    command: async (envelope) => {
      if (!socket.connected) return null
      const answer = await asked(() => socket.timeout(answerWithinMs).emitWithAck('command', envelope))
      const parsed = commandAnswerSchema.safeParse(answer)
      return parsed.success ? parsed.data : null
    },
    tryNow: phases.tryNow,
    close: () => {
      clearInterval(watch)
      phases.close()
      socket.disconnect()
    },
  }
}

interface Following {
  readonly follow: (boards: readonly FollowedBoard[]) => void
  readonly resume: () => void
  readonly take: (raw: unknown) => void
}

/** Keeps the cursor: what was drawn is never asked for again, what was missed always is. */
function createFollowing(
  socket: StationSocket,
  boards: BoardStore,
  phases: LinkPhases,
  end: (reason: string) => void,
): Following {
  let followed: readonly FollowedBoard[] = []
  let cursor: string | undefined

  const ask = async () => {
    if (!socket.connected || followed.length === 0) return
    const wanted = followed
    const question = { boards: [...wanted], ...(cursor !== undefined && { since: cursor }) }
    const answer = followAnswerSchema.safeParse(
      await asked(() => socket.timeout(answerWithinMs).emitWithAck('follow', question)),
    )
    if (wanted !== followed) return
    if (!answer.success) socket.disconnect()
    else if ('problem' in answer.data) {
      if (answer.data.problem.status === 401) end(answer.data.problem.code)
      else if (answer.data.problem.status === 403) {
        // Signed in, but not for this: asking again would change nothing.
        phases.ended(answer.data.problem.code)
        socket.disconnect()
      } else socket.disconnect()
    } else {
      boards.take(answer.data.changes, answer.data.reset === true)
      cursor = answer.data.cursor
      phases.heard()
    }
  }

  return {
    follow: (next) => {
      followed = next
      cursor = undefined
      void ask()
    },
    resume: () => void ask(),
    take: (raw) => {
      const frame = changesSchema.safeParse(raw)
      if (!frame.success) return
      boards.take(frame.data.changes, false)
      cursor = frame.data.cursor
      phases.heard()
    },
  }
}

function listen(socket: StationSocket, phases: LinkPhases, following: Following, end: (reason: string) => void) {
  socket.on('connect', following.resume)
  socket.on('disconnect', phases.lost)
  socket.on('connect_error', (error) => {
    const code = codeOf(error)
    if (code === 'auth.required' || code === 'auth.failed') end(code)
    else phases.lost()
  })
  socket.on('changes', following.take)
  socket.on('pulse', (raw) => {
    const pulse = pulseSchema.safeParse(raw)
    if (!pulse.success) return
    hubClock.setFromHub(msOf(pulse.data.now))
    if (phases.state().phase === 'live') phases.heard()
  })
  socket.on('ended', (raw) => {
    const ended = endedSchema.safeParse(raw)
    if (ended.success && (ended.data.reason === 'signedOut' || ended.data.reason === 'sessionEnded'))
      end(ended.data.reason)
  })
}

/** What the hub said when it refused the handshake: `data.code` of the error. */
function codeOf(error: Error): string {
  const data: unknown = 'data' in error ? error.data : undefined
  return typeof data === 'object' && data !== null && 'code' in data ? String(data.code) : ''
}

/** An answer that did not come is undefined, whatever the reason. */
async function asked(ask: () => Promise<unknown>): Promise<unknown> {
  try {
    return await ask()
  } catch {
    return undefined
  }
}
