import { currentCursor } from '../../service/cursor.ts'
import type { App, Door } from '../door.ts'

/** For whoever watches the hub: alive, ready, and its numbers. */
export function addHealthRoutes(app: App, { hub, metrics }: Door): void {
  const schema = { tags: ['health'], security: [] }
  app.get('/healthz', { schema }, () => ({ ok: true }))
  app.get('/readyz', { schema }, (_request, reply) => {
    // Reads the database: open and migrated, or this throws. A hub that cannot write is not ready.
    currentCursor(hub)
    hub.commits.recover()
    const ready = hub.commits.failure === undefined
    void reply.code(ready ? 200 : 503)
    return { ready }
  })
  app.get('/metrics', { schema }, async (_request, reply) => {
    const text = await metrics.registry.metrics()
    void reply.type(metrics.registry.contentType)
    return text
  })
}
