/** A desk or wall as a test holds it: everything it was sent, and questions with an answer. */
import { io, type Socket } from 'socket.io-client'
import {
  changesSchema,
  commandAnswerSchema,
  endedSchema,
  followAnswerSchema,
  type Change,
  type CommandAnswer,
  type FollowAnswer,
} from '../../hub-server/contract/station.ts'

export interface Station {
  readonly socket: Socket
  /** Rows the station holds now, by board and id, as a screen would. */
  readonly rows: ReadonlyMap<string, unknown>
  readonly cursor: () => string
  readonly follow: (boards: readonly object[], since?: string) => Promise<FollowAnswer>
  readonly command: (envelope: object) => Promise<CommandAnswer>
  readonly emit: (event: string, ...body: unknown[]) => Promise<unknown>
  /** Resolves once something holds; it is looked at after each change. */
  readonly until: (holds: () => boolean) => Promise<void>
  /** Resolves with the next event of a name. */
  readonly next: (event: string) => Promise<unknown>
  readonly close: () => void
}

const patienceMs = 10_000

/** Opens a socket; rejects with the refusal. */
export async function openStation(url: string, auth: object, options: object = {}): Promise<Station> {
  const socket = io(url, { auth, transports: ['websocket'], reconnection: false, forceNew: true, ...options })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', (error) => {
      socket.close()
      reject(error)
    })
  })
  const rows = new Map<string, unknown>()
  const waiting = new Set<() => void>()
  let cursor = ''
  const keep = (changes: readonly Change[], at: string) => {
    cursor = at
    for (const { board, id, row } of changes) {
      if (row === null) rows.delete(`${board}/${id}`)
      else rows.set(`${board}/${id}`, row)
    }
    for (const look of waiting) look()
  }
  socket.on('changes', (frame: unknown) => {
    const { changes, cursor: at } = changesSchema.parse(frame)
    keep(changes, at)
  })
  const emit = async (event: string, ...body: unknown[]): Promise<unknown> =>
    (await socket.timeout(patienceMs).emitWithAck(event, ...body)) as unknown
  return {
    socket,
    rows,
    cursor: () => cursor,
    follow: async (boards, since) => {
      const answer = followAnswerSchema.parse(await emit('follow', { boards, ...(since !== undefined && { since }) }))
      if ('changes' in answer) {
        if (answer.reset === true) rows.clear()
        keep(answer.changes, answer.cursor)
      }
      return answer
    },
    command: async (envelope) => commandAnswerSchema.parse(await emit('command', envelope)),
    emit,
    until: (holds) =>
      within(`until ${holds.toString()}`, (resolve) => {
        const look = () => {
          if (!holds()) return
          waiting.delete(look)
          resolve()
        }
        waiting.add(look)
        look()
      }),
    next: (event) => within(event, (resolve) => socket.once(event, resolve)),
    close: () => {
      socket.close()
    },
  }
}

/** Why the hub ended a socket. */
export async function endOf(station: Station): Promise<string> {
  return endedSchema.parse(await station.next('ended')).reason
}

async function within<T>(what: string, begin: (resolve: (value: T) => void) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => {
      reject(new Error(`waited in vain: ${what}`))
    }, patienceMs)
    begin((value) => {
      clearTimeout(late)
      resolve(value)
    })
  })
}
