import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const data = mkdtempSync(join(tmpdir(), 'fengqiao-start-'))

interface Start {
  program: ChildProcess
  /** The hub's address; rejects when it ends before. */
  ready: Promise<string>
  code: Promise<unknown>
  errors: () => string
}

const started: Start[] = []

afterAll(async () => {
  for (const { program, code } of started) {
    program.kill('SIGTERM')
    await code
  }
  rmSync(data, { recursive: true, force: true })
})

/** The first start makes sixty days of history. */
const patience = 120_000

test(
  'npm start brings up a hub, ends it when asked, and can begin again on the same data',
  { timeout: 2 * patience },
  async () => {
    for (const _time of ['first', 'second']) {
      const start = startHeadless()
      const address = await start.ready
      expect((await fetch(`${address}/healthz`)).status).toBe(200)
      start.program.kill('SIGTERM')
      expect(await start.code).toBe(0)
      await expect(fetch(`${address}/healthz`)).rejects.toThrow()
    }
  },
)

test('an unknown option is one clear line and nothing is started', async () => {
  const start = startHeadless('--wall')
  expect(await start.code).toBe(2)
  expect(start.errors()).toBe('--wall: unknown option (npm start -- --help shows them)\n')
})

function startHeadless(...more: string[]): Start {
  const args = ['scripts/start.js', '--headless', '--port', '0', '--data', data, ...more]
  const program = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: string[] = []
  const errors: string[] = []
  program.stderr.on('data', (text: Buffer) => errors.push(text.toString()))
  const ended = once(program, 'close').then(([code]: unknown[]) => code)
  const ready = new Promise<string>((found, fail) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      said.push(line)
      const address = /^ready (http:\/\/127\.0\.0\.1:\d+)$/.exec(line)?.[1]
      if (address !== undefined) found(address)
    })
    void ended.then((code) => {
      fail(new Error(`ended with code ${String(code)} before it was ready:\n${[...said, ...errors].join('\n')}`))
    })
  })
  // A start that is meant to fail is read by its code.
  ready.catch(() => undefined)
  const start = { program, ready, code: ended, errors: () => errors.join('') }
  started.push(start)
  return start
}
