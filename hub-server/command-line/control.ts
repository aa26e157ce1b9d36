/**
 * The operator's door of a running hub: the command line of the same machine and user asks it to do what needs the file. It listens on the
 * loopback address at a free port; port and a secret stand in a file of the data folder that only its owner may read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hub } from '../service/hub.ts'
import { CommandError } from './output.ts'
import { tasks, type TaskName } from './tasks.ts'

const controlSchema = z.strictObject({ port: z.int(), secret: z.string() })
const askSchema = z.strictObject({ task: z.string(), input: z.unknown() })
const answerSchema = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string() })])
const mostBytes = 1024 * 1024

/** Opens the door; gives the function that closes it and removes its file. */
export async function openControl(hub: Hub, folder: string): Promise<() => Promise<void>> {
  const secret = randomBytes(32).toString('hex')
  const server = createServer((request, response) => {
    void answer(hub, secret, request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const file = join(folder, 'control.json')
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify({ port, secret }), { mode: 0o600 })
  return () =>
    new Promise((resolve) => {
      rmSync(file, { force: true })
      server.closeAllConnections()
      server.close(() => {
        resolve()
      })
    })
}

/** Has a running hub do a task. Throws `CommandError` with its words, or undefined when no hub runs over this folder. */
export async function askControl(
  folder: string,
  task: TaskName,
  input: unknown,
): Promise<{ value: unknown } | undefined> {
  const file = join(folder, 'control.json')
  if (!existsSync(file)) return undefined
  const { port, secret } = controlSchema.parse(JSON.parse(readFileSync(file, 'utf8')))
  let response: Response
  try {
    response = await fetch(`http://127.0.0.1:${String(port)}/`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ task, input }),
    })
  } catch {
    return undefined
  }
  const answered = answerSchema.parse(await response.json())
  if ('error' in answered) throw new CommandError(answered.error)
  return { value: answered.value }
}

async function answer(hub: Hub, secret: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  }
  if (!sameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) {
    say(401, { error: 'not allowed' })
    return
  }
  try {
    const asked = askSchema.parse(JSON.parse(await bodyOf(request)))
    if (!isTask(asked.task)) throw new Error(`there is no task ${asked.task}`)
    say(200, { value: (await runTask(hub, asked.task, asked.input)) ?? null })
  } catch (error) {
    say(200, { error: error instanceof Error ? error.message : String(error) })
  }
}

/** Parses the input by the task's own schema and runs it. */
export function runTask(hub: Hub, name: TaskName, input: unknown): unknown {
  const task = tasks[name]
  const parsed = task.input.parse(input)
  return task.run(hub, parsed as never)
}

function isTask(name: string): name is TaskName {
  return Object.hasOwn(tasks, name)
}

function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > mostBytes) throw new Error('the request is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
