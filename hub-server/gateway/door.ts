/** What every route and socket is handed, and who asks. */
import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger, FastifyInstance, FastifyRequest, RawServerDefault } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Logger } from 'pino'
import type { IncomingRow } from '../contract/incoming.ts'
import type { Answer } from '../contract/refusal.ts'
import type { Role } from '../contract/vocabulary.ts'
import { principalOfKey } from '../service/api-keys.ts'
import type { Hub } from '../service/hub.ts'
import { sessionOf, type OpenSession } from '../service/sign-in.ts'
import { languageOf } from './language.ts'
import type { Limits } from './limits.ts'
import type { Metrics } from './metrics.ts'
import { RefusedError, type ProblemContext } from './problem.ts'

/** Makes the body of a batch into appeals on their way in, line by line; `maxBytes` counts unpacked. */
export type ReadBatch = (body: AsyncIterable<Uint8Array>, maxBytes: number) => AsyncIterable<IncomingRow>

export interface Door {
  readonly hub: Hub
  readonly logger: Logger
  readonly metrics: Metrics
  readonly limits: Limits
  /** Reads the lines of a batch. */
  readonly readBatch: ReadBatch
  /** The hub was started with demonstration data. */
  readonly demo: boolean
  /** The product's version. */
  readonly version: string
}

export type App = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, ZodTypeProvider>

/** Who asked: as in every service. */
export type Asker = OpenSession['principal']

/** The words of an `Authorization: Bearer` header. */
export function bearerOf(request: FastifyRequest): string | undefined {
  return /^Bearer ([\x21-\x7e]{1,512})$/i.exec(request.headers.authorization ?? '')?.[1]
}

/** The session of the caller; `auth.required` without one. */
export function sessionOfRequest({ hub }: Door, request: FastifyRequest): OpenSession & { token: string } {
  const token = bearerOf(request)
  const session = token === undefined ? undefined : sessionOf(hub, token)
  if (token === undefined || session === undefined) throw new RefusedError({ code: 'auth.required' })
  return { ...session, token }
}

/** A person who signed in, or a program with a key; `auth.required` for anyone else. */
export function askerOf(door: Door, request: FastifyRequest): Asker {
  const token = bearerOf(request)
  const asker =
    token === undefined ? undefined : (sessionOf(door.hub, token)?.principal ?? principalOfKey(door.hub, token))
  if (asker === undefined) throw new RefusedError({ code: 'auth.required' })
  return asker
}

/** The caller, if he has one of these roles; `auth.roleMissing` otherwise. */
export function askerWith(door: Door, request: FastifyRequest, roles: readonly Role[], programs = false): Asker {
  const asker = askerOf(door, request)
  if (programs && asker.actor.kind === 'program') return asker
  if (!asker.roles.some((role) => roles.includes(role))) throw new RefusedError({ code: 'auth.roleMissing' })
  return asker
}

/** The value of an answer; a refusal ends the request. */
export function valueOf<T>(answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new RefusedError(answer.refusal)
}

export function problemContext({ hub }: Door, request: FastifyRequest): ProblemContext {
  return { language: languageOf(request.headers['accept-language']), requestId: request.id, reference: hub.reference }
}

/** The `Idempotency-Key` header: 1 to 200 visible signs. */
export function idempotencyKeyOf(request: FastifyRequest): string {
  const key = optionalKeyOf(request)
  if (key === undefined) throw badHeader('header.required')
  return key
}

/** The same where it may be left out: each request then counts by itself. */
export function keyOrOwn(request: FastifyRequest): string {
  return optionalKeyOf(request) ?? randomUUID()
}

function optionalKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  if (key === undefined || key === '') return undefined
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) throw badHeader('idempotencyKey.form')
  return key
}

function badHeader(reason: 'header.required' | 'idempotencyKey.form'): RefusedError {
  return new RefusedError({ code: 'input.invalid', fields: [{ path: 'Idempotency-Key', reason }] })
}
