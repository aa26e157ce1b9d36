/** The hub's HTTP door: one Fastify app with the routes of the contract, its own documentation, and the pages of the command centre. */
import { randomUUID } from 'node:crypto'
import type { FastifyBaseLogger } from 'fastify'
import Fastify, { LogController } from 'fastify'
import helmet from '@fastify/helmet'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { z } from 'zod'
import { badFieldsOf } from '../contract/bad-fields.ts'
import { answerErrors, sendProblem } from './answer-errors.ts'
import { answerBrokenRequest } from './broken-request.ts'
import { allowStations } from './cross-origin.ts'
import { askerOf, type App, type Door } from './door.ts'
import { addOpenApi } from './open-api.ts'
import { addPages } from './pages.ts'
import { RefusedError } from './problem.ts'
import { addAppealRoutes } from './routes/appeal-routes.ts'
import { addAuditRoutes } from './routes/audit-routes.ts'
import { addCaseRoutes } from './routes/case-routes.ts'
import { addHealthRoutes } from './routes/health-routes.ts'
import { addHubRoutes } from './routes/hub-routes.ts'
import { addReferenceRoutes } from './routes/reference-routes.ts'
import { addSessionRoutes } from './routes/session-routes.ts'
import { addTrackRoutes } from './routes/track-routes.ts'

const bodyLimit = 1024 * 1024

export interface HttpOptions {
  /** Where the built screens lie. */
  readonly rendererDir: string
  /** Told when a session was ended here. */
  readonly onSignOut: () => void
}

export async function makeHttpServer(door: Door, options: HttpOptions): Promise<App> {
  const loggerInstance: FastifyBaseLogger = door.logger
  const app: App = Fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    genReqId: () => randomUUID(),
    // A client that dribbles its request is cut off (T33).
    requestTimeout: 35_000,
    http: { headersTimeout: 15_000, connectionsCheckingInterval: 5_000, maxHeaderSize: 32_768 },
    keepAliveTimeout: 20_000,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 128 },
    // An address that cannot be read names nothing.
    frameworkErrors: (_error, request, reply) => {
      sendProblem(door, request, reply, { code: 'thing.notFound' })
    },
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler<z.ZodType>(
    ({ schema, httpPart }) =>
      (input: unknown) =>
        parsed(schema, httpPart, input),
  )
  // Answers are our own and typed; tests hold them to their schemas, requests do not pay for it.
  app.setSerializerCompiler(() => (body) => JSON.stringify(body))
  answerErrors(app, door)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] } },
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
  })
  allowStations(app)
  logRequests(app, door)
  await addOpenApi(app, door)
  await app.register(
    (api: App, _options, done) => {
      requireLogin(api, door)
      addSessionRoutes(api, door, options.onSignOut)
      addAppealRoutes(api, door)
      addCaseRoutes(api, door)
      addReferenceRoutes(api, door)
      addHubRoutes(api, door)
      addAuditRoutes(api, door)
      addTrackRoutes(api, door)
      done()
    },
    { prefix: '/api/v1' },
  )
  addHealthRoutes(app, door)
  await addPages(app, options.rendererDir)
  return app
}

function parsed(schema: z.ZodType, httpPart: string | undefined, input: unknown) {
  const result = schema.safeParse(input ?? (httpPart === 'body' ? {} : undefined), { reportInput: true })
  if (result.success) return { value: result.data }
  return { error: new RefusedError({ code: 'input.invalid', fields: badFieldsOf(result.error.issues) }) }
}

/** Asked for before the input is looked at. What the documentation calls open is open, and nothing else. */
function requireLogin(app: App, door: Door): void {
  app.addHook('onRequest', (request, _reply, done) => {
    if (request.routeOptions.schema?.security === undefined && !request.is404) askerOf(door, request)
    done()
  })
}

function logRequests(app: App, { logger, metrics }: Door): void {
  app.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id).header('cache-control', 'no-store')
    done()
  })
  app.addHook('onResponse', (request, reply, done) => {
    const status = reply.statusCode
    metrics.requests.inc({ status: `${String(Math.floor(status / 100))}xx` })
    // The route's pattern, not the address: addresses hold tracking codes and what was searched for.
    const { method, routeOptions } = request
    const ms = Math.round(reply.elapsedTime * 10) / 10
    logger.info({ requestId: request.id, method, route: routeOptions.url ?? '', status, ms }, 'request')
    done()
  })
}
