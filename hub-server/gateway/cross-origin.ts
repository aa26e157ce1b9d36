/** The station's windows come from their own scheme: they, and no other foreign page, may read the hub's answers. */
import type { App } from './door.ts'

const stationOrigin = 'app://centre'

export function allowStations(app: App): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.headers.origin !== stationOrigin) return
    void reply
      .header('access-control-allow-origin', stationOrigin)
      .header('vary', 'origin')
      .header('cross-origin-resource-policy', 'cross-origin')
      .header('access-control-expose-headers', 'retry-after, x-request-id')
    const asks = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
    if (!asks) return
    await reply
      .code(204)
      .header('access-control-allow-methods', 'GET, POST, DELETE')
      .header('access-control-allow-headers', 'authorization, content-type, accept-language, idempotency-key')
      .header('access-control-allow-private-network', 'true')
      .header('access-control-max-age', '600')
      .send()
  })
}

/**
 * Whether a socket's `Origin` may come in: the station, a page this hub served, or no browser at all. A page's host must be what it
 * asks for and be an address or `localhost`, or one of the hub's own names: a foreign name that points here is not ours.
 */
export function mayConnect(origin: string | undefined, host: string | undefined, ownNames: readonly string[]): boolean {
  if (origin === undefined || origin === stationOrigin) return true
  const url = URL.canParse(origin) ? new URL(origin) : undefined
  if (url === undefined || !/^https?:$/.test(url.protocol) || url.host !== host) return false
  return isAddress(url.hostname) || ownNames.includes(url.hostname)
}

function isAddress(hostname: string): boolean {
  return hostname === 'localhost' || /^\d{1,3}(\.\d{1,3}){3}$/.test(hostname) || /^\[[\da-f:.]+\]$/i.test(hostname)
}
