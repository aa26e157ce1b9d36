import { createServer } from 'node:net'
import { expect, test } from 'vitest'
import { anyFreePort, firstFreePort, isFree } from './free-port.js'

test('a port in use is passed over', async () => {
  const server = createServer()
  await new Promise((open) => server.listen({ port: 0, host: '127.0.0.1' }, open))
  const { port } = server.address()
  try {
    expect(await isFree(port)).toBe(false)
    expect(await firstFreePort(port)).toBeGreaterThan(port)
  } finally {
    server.close()
  }
})

test('the system names a port that is free', async () => {
  expect(await isFree(await anyFreePort())).toBe(true)
})
