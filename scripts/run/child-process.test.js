import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startProgram } from './child-process.js'

const startNode = (code) =>
  startProgram(process.execPath, ['-e', code], {
    cwd: process.cwd(),
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })

test('a program that ends by itself tells its code', async () => {
  expect(await startNode('process.exit(7)').ended).toBe(7)
})

test('a program asked to stop ends in its own way', async () => {
  const program = startNode(
    "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log('up')",
  )
  await once(program.stdout, 'data')
  await program.stop()
  expect(await program.ended).toBe(0)
})

test('a program that does not listen can be killed, with what it has started', async () => {
  const inner = "console.log('up'); setInterval(() => {}, 1000)"
  const program = startNode(
    `process.on('SIGTERM', () => {}); require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`,
  )
  await once(program.stdout, 'data')
  program.kill()
  // It has ended when its output is closed, and the inner program held that too.
  expect(await program.ended).toBe(128)
})

test('a program that cannot be started ends with a code', async () => {
  const missing = startProgram('/no/such/program', [], { cwd: process.cwd(), env: process.env, stdio: 'ignore' })
  expect(await missing.ended).toBe(1)
})

test.skipIf(process.platform === 'win32')('a script of npm hears it when npm has ended', async () => {
  const watch = pathToFileURL(join(import.meta.dirname, 'parent-watch.js')).href
  const script = `import(${JSON.stringify(watch)}).then(({ whenNpmIsGone }) => {
    const staying = setInterval(() => {}, 1000)
    whenNpmIsGone(() => { console.log('gone'); clearInterval(staying) })
    console.log('watching')
  })`
  // As npm does it: a shell that starts the script, and a process above the shell. The echo keeps the shell from becoming the script.
  const npm = spawn('sh', ['-c', `"$0" -e "$1"; echo`, process.execPath, script], {
    env: { ...process.env, npm_lifecycle_event: 'start', FENGQIAO_SECOND_PROCESS: undefined },
  })
  const heard = []
  npm.stdout.on('data', (text) => heard.push(String(text)))
  await expect.poll(() => heard.join('')).toContain('watching')
  npm.kill('SIGKILL')
  await expect.poll(() => heard.join(''), { timeout: 5000 }).toContain('gone')
})
