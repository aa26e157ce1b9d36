import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import { checkHub } from './check-hub.ts'

const servers: Server[] = []

afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

test('a hub that asks to sign in first is a hub, and so is one that describes itself', async () => {
  expect(
    await checkHub(await serving({ '/healthz': [200, {}], '/api/v1/hub': [401, { code: 'auth.required' }] }), fetch),
  ).toBeNull()
  expect(
    await checkHub(
      await serving({ '/healthz': [200, {}], '/api/v1/hub': [200, { centre: { code: '430900000000' } }] }),
      fetch,
    ),
  ).toBeNull()
})

test('another program that answers at the address is not taken for a hub', async () => {
  const others: Record<string, [number, unknown]>[] = [
    { '/healthz': [200, {}] },
    { '/api/v1/hub': [401, { code: 'auth.required' }] },
    { '/healthz': [200, {}], '/api/v1/hub': [200, { ok: true }] },
    { '/healthz': [200, {}], '/api/v1/hub': [401, '<html>sign in</html>'] },
    { '/healthz': [200, {}], '/api/v1/hub': [401, { code: 7 }] },
    { '/healthz': [200, {}], '/api/v1/hub': [200, null] },
  ]
  for (const answers of others)
    expect(await checkHub(await serving(answers), fetch), JSON.stringify(answers)).toBe('hub.notFengqiao')
})

test('an address that sends us elsewhere is not followed', async () => {
  const hub = await serving({ '/healthz': [200, {}], '/api/v1/hub': [401, { code: 'auth.required' }] })
  const elsewhere = await listening((request, response) => {
    response.writeHead(302, { location: `${hub}${request.url ?? '/'}` }).end()
  })
  expect(await checkHub(elsewhere, fetch)).toBe('hub.unreachable')
})

test('nothing at the address, and a certificate nobody vouches for, are told apart', async () => {
  const gone = await serving({})
  for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
  expect(await checkHub(gone, fetch)).toBe('hub.unreachable')
  // As Electron words it; no server of ours can make Node's fetch say so.
  const refusing = () => Promise.reject(new Error('net::ERR_CERT_AUTHORITY_INVALID'))
  expect(await checkHub('https://hub.example', refusing)).toBe('hub.untrusted')
})

function serving(answers: Record<string, [number, unknown]>): Promise<string> {
  return listening((request, response) => {
    const [status, body] = answers[request.url ?? ''] ?? [404, {}]
    response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body))
  })
}

function listening(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
  servers.push(server)
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(`http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`)
    })
  })
}
