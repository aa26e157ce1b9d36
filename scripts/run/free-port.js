import { createServer } from 'node:net'

/** Whether a program of this machine could listen there now. */
export function isFree(port) {
  return new Promise((answer) => {
    const server = createServer()
    server.once('error', () => answer(false))
    server.listen({ port, host: '127.0.0.1' }, () => server.close(() => answer(true)))
  })
}

/** The first free port from `first` on, within a hundred; undefined when all are taken. */
export async function firstFreePort(first) {
  for (let port = first; port < first + 100; port += 1) if (await isFree(port)) return port
  return undefined
}

/** A port the system picks, for `--port 0`. */
export function anyFreePort() {
  return new Promise((answer, fail) => {
    const server = createServer()
    server.once('error', fail)
    server.listen({ port: 0, host: '127.0.0.1' }, () => {
      const { port } = server.address()
      server.close(() => answer(port))
    })
  })
}
