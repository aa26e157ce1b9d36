/** The wrapper around every event of a socket: who is it still, is it well formed, and exactly one answer whatever happens inside. */
import { randomUUID } from 'node:crypto'
import type { z } from 'zod'
import { badFieldsOf } from '../contract/bad-fields.ts'
import type { Answer, Problem, Refusal } from '../contract/refusal.ts'
import { sessionById, type OpenSession } from '../service/sign-in.ts'
import { refusalOf } from './answer-errors.ts'
import type { Door } from './door.ts'
import { problemOf } from './problem.ts'
import type { StationSocket } from './station-socket.ts'

/** Nobody waits longer for an answer. */
const answerWithinMs = 10_000

interface Served<S extends z.ZodType> {
  readonly event: string
  readonly schema: S
  /** What the event does. Its value is the answer as it goes to the wire. */
  readonly handle: (
    body: z.output<S>,
    session: OpenSession,
    requestId: string,
  ) => Answer<object> | Promise<Answer<object>>
  /** The session has ended meanwhile. */
  readonly onEnded: () => void
}

export function serveEvent<S extends z.ZodType>(door: Door, socket: StationSocket, served: Served<S>): void {
  socket.on(served.event, (...args) => {
    const answer = answerOnce(args)
    const requestId = randomUUID()
    const refuse = (refusal: Refusal) => {
      answer({ ok: false, problem: problemFor(door, socket, refusal, requestId) })
    }
    const session = sessionById(door.hub, socket.data.session.id)
    if (session === undefined) {
      refuse({ code: 'auth.required' })
      served.onEnded()
      return
    }
    const parsed = served.schema.safeParse(args[0], { reportInput: true })
    if (!parsed.success) {
      refuse({ code: 'input.invalid', fields: badFieldsOf(parsed.error.issues) })
      return
    }
    const late = setTimeout(() => {
      door.logger.warn({ event: served.event, requestId }, 'an event was not answered in time')
      refuse({ code: 'hub.failed' })
    }, answerWithinMs)
    const failed = (error: unknown) => {
      const refusal = refusalOf(error, door)
      if (refusal.code === 'hub.failed') door.logger.error({ err: error, event: served.event, requestId }, refusal.code)
      refuse(refusal)
    }
    const settled = (result: Answer<object>) => {
      if (result.ok) answer(result.value)
      else refuse(result.refusal)
    }
    // Not `await` at once: a handler that answers in the same turn (follow) must also be joined in it.
    try {
      const result = served.handle(parsed.data, session, requestId)
      if (result instanceof Promise) void result.then(settled, failed).finally(() => clearTimeout(late))
      else {
        clearTimeout(late)
        settled(result)
      }
    } catch (error) {
      clearTimeout(late)
      failed(error)
    }
  })
}

export function problemFor(door: Door, socket: StationSocket, refusal: Refusal, requestId: string): Problem {
  return problemOf(refusal, { language: socket.data.language, requestId, reference: door.hub.reference })
}

/** The acknowledgement of a packet, once; an event without one is served all the same. */
export function answerOnce(args: readonly unknown[]): (value: object) => void {
  const last = args.at(-1)
  let open = typeof last === 'function'
  return (value) => {
    if (!open || typeof last !== 'function') return
    open = false
    Reflect.apply(last, undefined, [value])
  }
}
