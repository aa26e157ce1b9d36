import { spawn } from 'node:child_process'

/** A screen nobody sees, for windows of tests. `{ display, stop }`, or undefined when there is no Xvfb. */
export function openVirtualDisplay() {
  // Xvfb picks a free number and writes it to the descriptor it is given, once it takes connections.
  const args = ['-displayfd', '3', '-screen', '0', '1920x1080x24', '-nolisten', 'tcp']
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  return new Promise((done) => {
    server.on('error', () => done(undefined))
    server.on('exit', () => done(undefined))
    server.stdio[3].once('data', (number) =>
      done({ display: `:${String(number).trim()}`, stop: () => server.kill('SIGTERM') }),
    )
  })
}
