/** The gate of the socket door: where one comes from, how many at once, and with which token. Every refusal looks the same. */
import type { IncomingMessage } from 'node:http'
import { sessionOf } from '../service/sign-in.ts'
import { mayConnect } from './cross-origin.ts'
import type { Door } from './door.ts'
import { languageOf } from './language.ts'
import { makeTokenBucket } from './token-bucket.ts'
import type { StationNamespace, StationSocket } from './station-socket.ts'

export interface AdmissionRates {
  /** Handshakes a second that are let in after a restart; the others are told when to come again. */
  readonly handshakesPerSecond: number
  readonly handshakeBurst: number
}

/** Events of one socket: so many a second, with a burst for a page that opens. */
const eventBudget = { perSecond: 20, burst: 60 }

/** Before a WebSocket opens: a page of a stranger, or an address that failed too often, gets no further. */
export function makeRequestGate({ limits }: Door, ownNames: readonly string[]) {
  return (request: IncomingMessage, answer: (error: string | null | undefined, ok: boolean) => void): void => {
    if (!mayConnect(request.headers.origin, request.headers.host, ownNames)) {
      answer('refused', false)
      return
    }
    limits.failedHandshakes.get(request.socket.remoteAddress ?? '').then(
      (used) => answer(null, used === null || used.consumedPoints < limits.failedHandshakes.points),
      () => answer('refused', false),
    )
  }
}

/** Lets sockets with a session into a namespace. A desk's token opens no wall unless its account may show one. */
export function admitSessions(door: Door, namespace: StationNamespace, wall: boolean, rates: AdmissionRates): void {
  const gate = makeTokenBucket({ perSecond: rates.handshakesPerSecond, burst: rates.handshakeBurst })
  namespace.use((socket, next) => {
    if (!gate.take()) {
      // Spread over a few seconds, so that they do not all come again together.
      next(refusal('rate.limited', { retryAfter: gate.waitSeconds() + Math.ceil(Math.random() * 4) }))
      return
    }
    if (!admit(door, socket, wall)) {
      door.limits.failedHandshakes.penalty(socket.handshake.address).then(
        () => next(refusal('auth.required')),
        () => next(refusal('auth.required')),
      )
      return
    }
    next()
  })
}

function admit({ hub }: Door, socket: StationSocket, wall: boolean): boolean {
  const { token, language } = socket.handshake.auth
  const session = typeof token === 'string' && token.length <= 512 ? sessionOf(hub, token) : undefined
  if (session === undefined) return false
  const { roles } = session.principal
  // A wall account shows walls and nothing else.
  if (!wall && roles.every((role) => role === 'wall')) return false
  socket.data = {
    session,
    wall,
    language: languageOf(typeof language === 'string' ? language : socket.handshake.headers['accept-language']),
    bucket: makeTokenBucket(eventBudget),
    unknown: 0,
    overBudget: 0,
    lookingAt: null,
  }
  return true
}

function refusal(code: 'auth.required' | 'rate.limited', facts: { retryAfter?: number } = {}): Error {
  return Object.assign(new Error(code), { data: { code, ...facts } })
}
