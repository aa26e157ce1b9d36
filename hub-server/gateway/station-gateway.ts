/** The Socket.IO door: `/desk` and `/wall`, websocket only. What a client may cost is bounded everywhere (trust.md 2.3). */
import type { Server as NodeServer } from 'node:http'
import type { Duplex } from 'node:stream'
import { Server, type DefaultEventsMap } from 'socket.io'
import { commandEnvelopeSchema } from '../contract/command.ts'
import { granted, refused } from '../contract/refusal.ts'
import { followSchema, presenceSchema, pulseEverySeconds, type Ended, type HubToStation } from '../contract/station.ts'
import { currentCursor } from '../service/cursor.ts'
import { sessionById } from '../service/sign-in.ts'
import { admitSessions, makeRequestGate, type AdmissionRates } from './admission.ts'
import type { Door } from './door.ts'
import { makeFeed, type Feed, type Listener } from './feed.ts'
import { followBoards } from './follow-boards.ts'
import { giveCommand } from './give-command.ts'
import type { Connections } from './metrics.ts'
import { makePresence } from './presence.ts'
import { answerOnce, problemFor, serveEvent } from './serve-event.ts'
import {
  bufferedBytes,
  type StationData,
  type StationNamespace,
  type StationSocket,
  type Untrusted,
} from './station-socket.ts'

const mostMessageBytes = 65_536
const behindBytes = 1024 * 1024
const dropBytes = 4 * 1024 * 1024
const mostUnknown = 10
/** Events over the budget before a socket is cut off. */
const mostOverBudget = 200
const closeWithinMs = 1000
const recheckMs = 5 * 60_000
const ordinaryRates: AdmissionRates = { handshakesPerSecond: 400, handshakeBurst: 800 }

export interface StationOptions {
  /** Names under which the hub's own pages are served beside addresses and `localhost`. */
  readonly ownNames: readonly string[]
  readonly rates?: AdmissionRates
}

export interface Stations {
  readonly connections: () => Connections
  /** Ends every socket whose session is over; cheap when none is. */
  readonly endSessions: () => void
  readonly close: () => Promise<void>
}

export function makeStations(server: NodeServer, door: Door, options: StationOptions): Stations {
  const io = new Server<Untrusted, HubToStation, DefaultEventsMap, StationData>(server, {
    transports: ['websocket'],
    maxHttpBufferSize: mostMessageBytes,
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    allowEIO3: false,
    connectTimeout: 10_000,
    pingInterval: 20_000,
    pingTimeout: 15_000,
    allowRequest: makeRequestGate(door, options.ownNames),
  })
  // The upgrade request would be kept as long as its socket.
  io.engine.on('connection', (socket: object) => Reflect.set(socket, 'request', null))
  const wires = keepWires(server)
  const desk = io.of('/desk')
  const wall = io.of('/wall')
  const feeds = [openNamespace(door, desk, false, options), openNamespace(door, wall, true, options)]
  const sockets = () => [...desk.sockets.values(), ...wall.sockets.values()]

  const pulse = setInterval(() => {
    for (const feed of feeds) feed.catchUp()
    const beat = { cursor: currentCursor(door.hub), now: door.hub.now(), links: [] }
    for (const namespace of [desk, wall]) namespace.volatile.emit('pulse', beat)
  }, pulseEverySeconds * 1000)

  const recheck = () => {
    for (const socket of sockets()) if (!stillHolds(door, socket)) end(socket, 'sessionEnded')
  }
  const recheckTimer = setInterval(recheck, recheckMs)
  let endings = door.hub.ledger.accounts.endings()
  const endSessions = () => {
    const now = door.hub.ledger.accounts.endings()
    if (now === endings) return
    endings = now
    recheck()
  }
  const stopListening = door.hub.bell.onRing(endSessions)

  return {
    connections: () => ({
      desk: desk.sockets.size,
      wall: wall.sockets.size,
      behind: feeds.reduce((sum, feed) => sum + feed.behind(), 0),
    }),
    endSessions,
    close: async () => {
      clearInterval(pulse)
      clearInterval(recheckTimer)
      stopListening()
      for (const feed of feeds) feed.stop()
      for (const socket of sockets()) end(socket, 'hubStopping')
      // A client that does not read, or one that connected and asked nothing, would keep the hub open for half a minute.
      const patience = setTimeout(() => {
        wires.forEach((wire) => wire.destroy())
        server.closeAllConnections()
      }, closeWithinMs)
      await io.close()
      clearTimeout(patience)
    },
  }
}

function keepWires(server: NodeServer): ReadonlySet<Duplex> {
  const wires = new Set<Duplex>()
  server.on('upgrade', (_request, wire) => {
    wires.add(wire)
    wire.once('close', () => wires.delete(wire))
  })
  return wires
}

function openNamespace(door: Door, namespace: StationNamespace, wall: boolean, options: StationOptions): Feed {
  const { hub, metrics } = door
  const sockets = new Map<Listener, StationSocket>()
  const feed = makeFeed(hub, {
    behindBytes,
    dropBytes,
    broadcast: (key, changes) => namespace.to(roomOf(key)).emit('changes', changes),
    onFrame: (cases, rows) => {
      metrics.casesPerFrame.observe(cases)
      metrics.changesSent.inc(rows)
    },
    onJoin: (listener, key) => void sockets.get(listener)?.join(roomOf(key)),
    onLeave: (listener, key) => void sockets.get(listener)?.leave(roomOf(key)),
  })
  const presence = makePresence(door, namespace)
  admitSessions(door, namespace, wall, options.rates ?? ordinaryRates)
  namespace.on('connection', (socket) => {
    const listener: Listener = {
      send: (changes) => socket.emit('changes', changes),
      bufferedBytes: () => bufferedBytes(socket),
      drop: () => end(socket, 'tooSlow'),
    }
    sockets.set(listener, socket)
    boundCost(door, socket, wall ? ['follow'] : ['follow', 'command', 'presence'])
    const onEnded = () => end(socket, 'sessionEnded')
    serveEvent(door, socket, {
      event: 'follow',
      schema: followSchema,
      onEnded,
      handle: (follow, { principal }) =>
        // Who does not read what he asked for gets no more of it.
        bufferedBytes(socket) > behindBytes
          ? refused('rate.limited', { seconds: pulseEverySeconds })
          : followBoards(hub, feed, listener, { who: principal, wall }, follow),
    })
    if (!wall) serveDesk(door, socket, presence, onEnded)
    socket.on('disconnect', () => {
      presence.leave(socket)
      feed.leave(listener)
      sockets.delete(listener)
    })
  })
  return feed
}

/** What only a desk may do: a wall is looked at. */
function serveDesk(
  door: Door,
  socket: StationSocket,
  presence: ReturnType<typeof makePresence>,
  onEnded: () => void,
): void {
  serveEvent(door, socket, {
    event: 'command',
    schema: commandEnvelopeSchema,
    onEnded,
    handle: async (envelope, { principal }, requestId) => {
      const answer = await giveCommand(door, principal, envelope, requestId)
      return answer.ok ? granted({ ok: true, version: answer.value.version, cursor: answer.value.cursor }) : answer
    },
  })
  serveEvent(door, socket, {
    event: 'presence',
    schema: presenceSchema,
    onEnded,
    handle: (body, session) => presence.move(socket, session, body),
  })
}

/** The budget of events, and the patience with events nobody knows. */
function boundCost(door: Door, socket: StationSocket, known: readonly string[]): void {
  socket.use(([event, ...args], next) => {
    if (!known.includes(event)) {
      door.metrics.unknownEvents.inc()
      socket.data.unknown += 1
      if (socket.data.unknown >= mostUnknown) end(socket, 'tooMany')
      return
    }
    if (socket.data.bucket.take()) {
      next()
      return
    }
    socket.data.overBudget += 1
    const seconds = socket.data.bucket.waitSeconds()
    const problem = problemFor(door, socket, { code: 'rate.limited', facts: { seconds } }, door.hub.newId())
    answerOnce(args)({ ok: false, problem })
    if (socket.data.overBudget >= mostOverBudget) end(socket, 'tooMany')
  })
}

/** The session lasts, with the rights it was opened with. */
function stillHolds({ hub }: Door, { data }: StationSocket): boolean {
  const session = sessionById(hub, data.session.id)
  return session !== undefined && JSON.stringify(session.principal) === JSON.stringify(data.session.principal)
}

function end(socket: StationSocket, reason: Ended['reason']): void {
  const ended: Parameters<HubToStation['ended']>[0] = { reason }
  socket.emit('ended', ended)
  socket.disconnect(true)
}

function roomOf(audience: string): string {
  return `audience:${audience}`
}
