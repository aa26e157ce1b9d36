/** Whatever ends a request without its answer, as a problem: refusals, input no schema takes, and our own failures. */
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { Refusal } from '../contract/refusal.ts'
import { problemContext, type App, type Door } from './door.ts'
import { problemOf, RefusedError } from './problem.ts'

export function answerErrors(app: App, door: Door): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const refusal = refusalOf(error, door)
    if (refusal.code === 'hub.failed' || refusal.code === 'hub.readOnly') {
      door.logger.error({ err: error, requestId: request.id, route: request.routeOptions.url }, refusal.code)
    }
    return sendProblem(door, request, reply, refusal)
  })
  app.setNotFoundHandler((request, reply) => sendProblem(door, request, reply, { code: 'thing.notFound' }))
}

export function sendProblem(door: Door, request: FastifyRequest, reply: FastifyReply, refusal: Refusal): FastifyReply {
  const problem = problemOf(refusal, problemContext(door, request))
  const seconds = refusal.facts?.['seconds']
  if (seconds !== undefined) void reply.header('retry-after', String(seconds))
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer')
  return reply
    .code(problem.status)
    .type('application/problem+json; charset=utf-8')
    .header('content-language', problemContext(door, request).language)
    .serializer((body: unknown) => JSON.stringify(body))
    .send(problem)
}

/** The refusal an error stands for. What we do not know is `hub.failed` and says nothing of itself. */
export function refusalOf(error: unknown, door: Pick<Door, 'hub'>): Refusal {
  if (error instanceof RefusedError) return error.refusal
  if (isDiskFailure(error, door)) return { code: 'hub.readOnly' }
  const { code, statusCode } = error as Partial<FastifyError>
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return { code: 'input.tooLarge', facts: { max: '1 MiB' } }
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return badInput('Content-Type', 'contentType.unknown')
  if (code === 'FST_ERR_CTP_EMPTY_JSON_BODY') return badInput('body', 'input.required')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return badInput('body', 'input.notJson')
  return { code: 'hub.failed' }
}

function badInput(path: string, reason: string): Refusal {
  return { code: 'input.invalid', fields: [{ path, reason }] }
}

/** After a failed commit nothing is acknowledged any more. */
function isDiskFailure(error: unknown, { hub }: Pick<Door, 'hub'>): boolean {
  if (hub.commits.failure !== undefined && error === hub.commits.failure) return true
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return /^SQLITE_(IOERR|CORRUPT|FULL|READONLY|NOTADB)/.test(code)
}
