/**
 * The operator's door of a running hub: the command line of the same machine and user asks it to do what needs the file. It listens on the
 * loopback address at a free port; port and a secret stand in a file of the data folder that only its owner may read.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import type { Hub } from '../service/hub.ts'
import { faultOf } from './fault.ts'
import { CommandError } from './output.ts'
import { tasks, type TaskName } from './tasks.ts'

const controlSchema = z.strictObject({ port: z.int(), secret: z.string() })
type ControlFile = z.infer<typeof controlSchema>
const askSchema = z.strictObject({ task: z.string(), input: z.unknown() })
const answerSchema = z.union([z.object({ value: z.unknown() }), z.object({ error: z.string(), exitCode: z.int() })])
const mostBytes = 1024 * 1024

/** Opens the door; gives the function that breaks off what is asked through it, closes it and removes its file. */
export async function openControl(hub: Hub, folder: string): Promise<() => Promise<void>> {
  const secret = randomBytes(32).toString('hex')
  const running = new Set<Promise<void>>()
  const server = createServer((request, response) => {
    const answered = answer(hub, secret, request, response)
    running.add(answered)
    void answered.finally(() => running.delete(answered))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const file = join(folder, 'control.json')
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify({ port, secret }), { mode: 0o600 })
  return async () => {
    rmSync(file, { force: true })
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
    await Promise.all(running)
  }
}

/** Has a running hub do a task, however long it takes. Throws `CommandError` with its words; undefined when no hub runs over this folder. */
export async function askControl(
  folder: string,
  task: TaskName,
  input: unknown,
): Promise<{ value: unknown } | undefined> {
  const control = controlOf(folder)
  const text = control && (await post(control, JSON.stringify({ task, input })))
  if (text === undefined) return undefined
  const answered = answerSchema.parse(JSON.parse(text))
  if ('error' in answered) throw new CommandError(answered.error, answered.exitCode)
  return { value: answered.value }
}

/** Where the hub of a folder listens; undefined when there is none, or its file says nothing: then the lock tells whether one runs. */
function controlOf(folder: string): ControlFile | undefined {
  try {
    return controlSchema.parse(JSON.parse(readFileSync(join(folder, 'control.json'), 'utf8')))
  } catch {
    return undefined
  }
}

/** The answer's body; undefined when nobody listens there, or somebody who does not know the secret of a hub that was killed. */
async function post({ port, secret }: ControlFile, body: string): Promise<string | undefined> {
  const headers = { authorization: `Bearer ${secret}`, 'content-type': 'application/json' }
  const asked = ask({ host: '127.0.0.1', port, method: 'POST', headers }).end(body)
  try {
    const [response] = (await once(asked, 'response')) as [IncomingMessage]
    const text = await bodyOf(response, Infinity)
    return response.statusCode === 200 && response.headers['x-fengqiao'] === 'control' ? text : undefined
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNREFUSED') return undefined
    throw new CommandError('the hub ended before it had answered')
  }
}

async function answer(hub: Hub, secret: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const say = (status: number, body: unknown) => {
    response
      .writeHead(status, { 'content-type': 'application/json', 'x-fengqiao': 'control' })
      .end(JSON.stringify(body))
  }
  if (!sameSecret(request.headers.authorization ?? '', `Bearer ${secret}`)) {
    say(401, { error: 'not allowed', exitCode: 1 })
    return
  }
  // Whoever asked may go away: a feed that runs for hours ends with him.
  const gone = new AbortController()
  response.once('close', () => {
    gone.abort()
  })
  try {
    const asked = askSchema.parse(JSON.parse(await bodyOf(request, mostBytes)))
    if (!isTask(asked.task)) throw new Error(`there is no task ${asked.task}`)
    say(200, { value: (await runTask(hub, asked.task, asked.input, gone.signal)) ?? null })
  } catch (error) {
    const { words, exitCode } = faultOf(error)
    say(200, { error: words, exitCode })
  }
}

/** Parses the input by the task's own schema and runs it; one that takes long ends early when it is stopped. */
export function runTask(hub: Hub, name: TaskName, input: unknown, stopped: AbortSignal): unknown {
  const task = tasks[name]
  const parsed = task.input.parse(input)
  return task.run(hub, parsed as never, stopped)
}

function isTask(name: string): name is TaskName {
  return Object.hasOwn(tasks, name)
}

function sameSecret(given: string, wanted: string): boolean {
  const a = Buffer.from(given)
  const b = Buffer.from(wanted)
  return a.length === b.length && timingSafeEqual(a, b)
}

async function bodyOf(message: IncomingMessage, most: number): Promise<string> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of message as AsyncIterable<Buffer>) {
    size += part.length
    if (size > most) throw new Error('the request is too large')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
