/** The bytes of a source, unpacked where they are gzip, with a limit that stops a zip bomb long before it hurts. */
import { setImmediate } from 'node:timers/promises'
import { createGunzip } from 'node:zlib'
import { refused, type Refusal } from '../contract/refusal.ts'

/** A file's stream, the body of a request, or a text that is in memory already. */
export type RowSource = string | Iterable<Uint8Array | string> | AsyncIterable<Uint8Array | string>

/** Either the next bytes, or why there are no more: the source goes on no further after a refusal. */
export type Bytes = Uint8Array | Refusal

/** A slice of gzip this long cannot become more than about 16 MiB at once. */
const SLICE = 16 * 1024

export const GIB = 2 ** 30

/** What of a file can be read. `limit` counts unpacked bytes. A fault of the source itself (a disk, a connection) is thrown. */
export async function* bytesOf(source: RowSource, limit: number): AsyncGenerator<Bytes> {
  let total = 0
  for await (const bytes of unpacked(source)) {
    if (!(bytes instanceof Uint8Array)) {
      yield bytes
      return
    }
    total += bytes.length
    if (total > limit) {
      yield badFile('file.tooLarge', { max: `${String(Math.round((limit / GIB) * 100) / 100)} GiB` })
      return
    }
    yield bytes
  }
}

export function badFile(reason: string, facts?: Record<string, string | number>): Refusal {
  const code = reason === 'file.tooLarge' ? 'input.tooLarge' : 'input.invalid'
  return refused(code, facts, [{ path: 'file', reason, ...(facts && { facts }) }]).refusal
}

async function* unpacked(source: RowSource): AsyncGenerator<Bytes> {
  const chunks = chunksOf(source)
  let head: Uint8Array = new Uint8Array()
  while (head.length < 4) {
    const next = await chunks.next()
    if (next.done === true) break
    head = head.length === 0 ? next.value : Buffer.concat([head, next.value])
  }
  const [first, second, third] = head
  if (first === 0x50 && second === 0x4b && third !== undefined && third <= 8) yield badFile('file.notText')
  else if (first === 0x1f && second === 0x8b) yield* gunzipped(head, chunks)
  else {
    yield head
    yield* chunks
  }
}

async function* chunksOf(source: RowSource): AsyncGenerator<Uint8Array> {
  if (typeof source === 'string') yield Buffer.from(source)
  else for await (const chunk of source) yield typeof chunk === 'string' ? Buffer.from(chunk) : chunk
}

async function* gunzipped(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Bytes> {
  const gunzip = createGunzip()
  const ready: Uint8Array[] = []
  const damaged = () => gunzip.errored !== null
  gunzip.on('data', (bytes: Uint8Array) => ready.push(bytes))
  let settle: () => void = () => undefined
  // A stream that fails calls nobody back who waits for a write.
  gunzip.on('error', () => {
    settle()
  })
  const step = (act: (done: () => void) => void): Promise<void> =>
    new Promise((resolve) => {
      settle = resolve
      act(resolve)
    })
  try {
    for await (const chunk of chainOf(head, rest)) {
      for (let at = 0; at < chunk.length && !damaged(); at += SLICE) {
        const slice = chunk.subarray(at, at + SLICE)
        await step((done) => {
          gunzip.write(slice, () => {
            done()
          })
        })
        yield* ready.splice(0)
      }
      if (damaged()) break
    }
    // What has been unpacked arrives before the end is asked for: an end that fails throws away what waits.
    await setImmediate()
    yield* ready.splice(0)
    if (!damaged())
      await step((done) => {
        gunzip.once('end', done).end()
      })
    yield* ready.splice(0)
    if (damaged()) yield badFile('file.damaged')
  } finally {
    gunzip.destroy()
  }
}

async function* chainOf(head: Uint8Array, rest: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield head
  yield* rest
}
