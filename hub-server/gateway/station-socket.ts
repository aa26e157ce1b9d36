/** What a socket of a desk or a wall carries, and how many bytes wait for it. */
import type { DefaultEventsMap, Namespace, Socket } from 'socket.io'
import type { HubToStation } from '../contract/station.ts'
import type { OpenSession } from '../service/sign-in.ts'
import type { Language } from './language.ts'
import type { TokenBucket } from './token-bucket.ts'

export interface StationData {
  session: OpenSession
  wall: boolean
  language: Language
  bucket: TokenBucket
  /** Events nobody knows, and events over the budget. */
  unknown: number
  overBudget: number
  lookingAt: string | null
}

/** Whatever comes from outside has no type until its schema gave it one. */
export type Untrusted = Record<string, (...args: unknown[]) => void>
export type StationSocket = Socket<Untrusted, HubToStation, DefaultEventsMap, StationData>
export type StationNamespace = Namespace<Untrusted, HubToStation, DefaultEventsMap, StationData>

/** Bytes accepted for a socket that its network has not taken yet: those in the WebSocket and those waiting before it. */
export function bufferedBytes(socket: StationSocket): number {
  // Fields of engine.io and ws without public types; a test with a client that does not read holds us to them.
  const { conn } = socket
  const held: unknown = Reflect.get(conn.transport, 'socket')
  const inSocket: unknown = typeof held === 'object' && held !== null ? Reflect.get(held, 'bufferedAmount') : 0
  const waiting: unknown = Reflect.get(conn, 'writeBuffer')
  const packets: unknown[] = Array.isArray(waiting) ? waiting : []
  return packets.reduce<number>((sum, packet) => sum + lengthOf(packet), Number(inSocket ?? 0))
}

function lengthOf(packet: unknown): number {
  if (typeof packet !== 'object' || packet === null) return 0
  const data: unknown = Reflect.get(packet, 'data')
  return typeof data === 'string' || Buffer.isBuffer(data) ? data.length : 0
}
