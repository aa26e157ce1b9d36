/** The hub's description of its own interface, from the same schemas that check every request. */
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import { createJsonSchemaTransform } from 'fastify-type-provider-zod'
import type { OpenAPIV3_1 } from 'openapi-types'
import { z } from 'zod'
import { commandTypes, payloadSchemas } from '../contract/command.ts'
import { problemSchema } from '../contract/refusal.ts'
import type { App, Door } from './door.ts'
import { batchExample, bodyExamples, payloadExamples } from './examples.ts'

export async function addOpenApi(app: App, { version }: Door): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Fengqiao hub 枫桥枢纽',
        version,
        description:
          'Times are ISO 8601 with offset; ids are UUID v7; lists are `{items, nextCursor}`; errors are `application/problem+json` with a stable `code`, in the language of `Accept-Language` (zh-CN, en).',
      },
      components: {
        securitySchemes: { bearer: { type: 'http', scheme: 'bearer', description: 'A session token or an API key.' } },
      },
      security: [{ bearer: [] }],
    },
    transform: createJsonSchemaTransform({ zodToJsonConfig: { unrepresentable: 'any' } }),
    transformObject: (document) => {
      const described = 'openapiObject' in document ? document.openapiObject : document.swaggerObject
      describeCommands(described as OpenAPIV3_1.Document)
      describeBodies(described as OpenAPIV3_1.Document)
      describeCommon(described as OpenAPIV3_1.Document)
      return described
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    staticCSP: true,
    transformStaticCSP: () => documentationPolicy,
    uiConfig: { docExpansion: 'none' },
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

/** Everything from the hub itself; the documentation's own parts write styles into their elements. */
const documentationPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** One shape a command type, each with its payload. */
function describeCommands(document: OpenAPIV3_1.Document): void {
  const body = document.paths?.['/api/v1/cases/{id}/commands']?.post?.requestBody
  if (body === undefined || '$ref' in body) return
  const oneOf = commandTypes.map((type) => {
    const payload = z.toJSONSchema(payloadSchemas[type], { io: 'input', unrepresentable: 'any' })
    delete payload.$schema
    const example = payloadExamples[type]
    return {
      title: type,
      type: 'object',
      required: ['type', 'payload'],
      additionalProperties: false,
      properties: { type: { const: type }, payload, expectedVersion: { type: 'integer', minimum: 0 } },
      ...(example !== undefined && { examples: [{ type, payload: example, expectedVersion: 1 }] }),
    }
  })
  const examples = Object.fromEntries(
    Object.entries(payloadExamples).map(([type, payload]) => [type, { value: { type, payload, expectedVersion: 1 } }]),
  )
  body.content = { 'application/json': { schema: { oneOf } as never, examples } }
}

/** What the other posts take, by an example each; the body of a batch has no schema of its own, it is read line by line. */
function describeBodies(document: OpenAPIV3_1.Document): void {
  for (const [path, example] of Object.entries(bodyExamples)) {
    const body = document.paths?.[path]?.post?.requestBody
    const content = body === undefined || '$ref' in body ? undefined : body.content['application/json']
    if (content !== undefined) content.example = example
  }
  const batch = document.paths?.['/api/v1/appeals/batch']?.post
  if (batch === undefined) return
  const content = { 'application/x-ndjson': { schema: { type: 'string' as const }, example: batchExample } }
  batch.requestBody = { required: true, content }
}

/** Posts that need an id of their own, so that sending them twice does them once. */
const keyed = ['/api/v1/appeals', '/api/v1/cases/{id}/commands']
const keyedIfWished = ['/api/v1/track/{trackingCode}/rating', '/api/v1/track/{trackingCode}/notes']

/** What holds for every operation: a refusal is a problem. */
function describeCommon(document: OpenAPIV3_1.Document): void {
  const schema = z.toJSONSchema(problemSchema)
  delete schema.$schema
  const refused = { description: 'Refused: nothing changed.', content: { 'application/problem+json': { schema } } }
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const operation of [item?.get, item?.post, item?.delete]) {
      if (operation?.responses !== undefined) operation.responses['default'] = refused as never
    }
    const required = keyed.includes(path)
    if (item?.post === undefined || !(required || keyedIfWished.includes(path))) continue
    const header = { name: 'Idempotency-Key', in: 'header', required, schema: { type: 'string', maxLength: 200 } }
    item.post.parameters = [...(item.post.parameters ?? []), header as never]
  }
}
