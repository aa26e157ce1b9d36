/** Many appeals in one request, a line each. Lines are taken in the order they came, some of them at once so that they share commits. */
import { createHash } from 'node:crypto'
import { StringDecoder } from 'node:string_decoder'
import { appealSchema, type ImportResult } from '../contract/appeal.ts'
import { badFieldsOf } from '../contract/bad-fields.ts'
import { refused, type Answer, type Refusal } from '../contract/refusal.ts'
import { takeAppeal, type TakenAppeal } from '../service/take-appeal.ts'
import { refusalOf } from './answer-errors.ts'
import type { Asker, Door } from './door.ts'
import { detailOf, fieldReason, RefusedError, type ProblemContext } from './problem.ts'

const mostBytes = 64 * 1024 * 1024
/** A line with more than a request's body may have is not an appeal. */
const longestLine = 1024 * 1024
const atOnce = 64
/** Bad lines that are named one by one. */
const mostNamed = 10_000

interface Line {
  readonly number: number
  readonly text: string
}

/** `input.tooLarge` past 64 MiB: what was taken until then stays taken, and sent again it counts as duplicates. */
export async function takeBatch(
  door: Door,
  asker: Asker,
  body: unknown,
  context: ProblemContext,
): Promise<ImportResult> {
  const result: ImportResult = { accepted: 0, duplicates: 0, rejected: [] }
  let waiting: Line[] = []
  const flush = async () => {
    const lines = waiting
    waiting = []
    const answers = await Promise.all(lines.map((line) => takeLine(door, asker, line)))
    for (const [index, answer] of answers.entries()) count(result, lines[index]?.number ?? 0, answer, context)
  }
  for await (const line of linesOf(body)) {
    if (line.text.trim() === '') continue
    waiting.push(line)
    if (waiting.length >= atOnce) await flush()
  }
  await flush()
  return result
}

function count(result: ImportResult, line: number, answer: Answer<TakenAppeal>, context: ProblemContext): void {
  if (!answer.ok) {
    if (result.rejected.length < mostNamed) {
      result.rejected.push({ line, code: answer.refusal.code, detail: wordsOf(answer.refusal, context) })
    }
  } else if (answer.value.repeated) result.duplicates += 1
  else result.accepted += 1
}

function wordsOf(refusal: Refusal, context: ProblemContext): string {
  const fields = refusal.fields?.map((field) => `${field.path}: ${fieldReason(field, context)}`)
  return fields === undefined || fields.length === 0 ? detailOf(refusal, context) : fields.join('; ')
}

async function takeLine(door: Door, asker: Asker, { text }: Line): Promise<Answer<TakenAppeal>> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refused('input.invalid', undefined, [{ path: 'line', reason: 'input.notJson' }])
  }
  const parsed = appealSchema.safeParse(value, { reportInput: true })
  if (!parsed.success) return refused('input.invalid', undefined, badFieldsOf(parsed.error.issues))
  try {
    // The same line sent again is the same appeal, whatever batch it came in.
    const key = createHash('sha256').update(text.trim()).digest('hex')
    return await takeAppeal(door.hub, asker, { appeal: parsed.data }, key)
  } catch (error) {
    const refusal = refusalOf(error, door)
    // Nothing is stored any more: the rest of the batch would only fail line by line.
    if (refusal.code === 'hub.readOnly') throw error
    return { ok: false, refusal }
  }
}

async function* linesOf(body: unknown): AsyncGenerator<Line> {
  const decoder = new StringDecoder('utf8')
  let number = 0
  let bytes = 0
  let rest = ''
  for await (const chunk of asStream(body)) {
    bytes += chunk.length
    rest += decoder.write(chunk)
    if (bytes > mostBytes || rest.length > longestLine * 2) {
      throw new RefusedError({ code: 'input.tooLarge', facts: { max: bytes > mostBytes ? '64 MiB' : '1 MiB' } })
    }
    const lines = rest.split('\n')
    rest = lines.pop() ?? ''
    for (const text of lines) yield { number: (number += 1), text }
  }
  rest += decoder.end()
  if (rest !== '') yield { number: number + 1, text: rest }
}

function asStream(body: unknown): AsyncIterable<Buffer> {
  if (body !== null && typeof body === 'object' && Symbol.asyncIterator in body) return body as AsyncIterable<Buffer>
  throw new RefusedError({ code: 'input.invalid', fields: [{ path: 'body', reason: 'input.required' }] })
}
