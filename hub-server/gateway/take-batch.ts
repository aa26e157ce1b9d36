/** Many appeals in one request, a line each. Lines are taken in the order they came, some of them at once so that they share commits. */
import { createHash } from 'node:crypto'
import type { ImportResult } from '../contract/appeal.ts'
import type { IncomingRow } from '../contract/incoming.ts'
import type { Answer, Refusal } from '../contract/refusal.ts'
import { takeAppeal, type TakenAppeal } from '../service/take-appeal.ts'
import { refusalOf } from './answer-errors.ts'
import type { Asker, Door } from './door.ts'
import { detailOf, fieldReason, type ProblemContext } from './problem.ts'

/** A body may have so many bytes, unpacked. */
export const mostBatchBytes = 64 * 1024 * 1024
const atOnce = 64
/** Bad lines that are named one by one. */
const mostNamed = 10_000

/** Whatever can be read is taken; where the body can be read no further, its last line says why. */
export async function takeBatch(
  door: Door,
  asker: Asker,
  rows: AsyncIterable<IncomingRow>,
  context: ProblemContext,
): Promise<ImportResult> {
  const result: ImportResult = { accepted: 0, duplicates: 0, rejected: [] }
  let waiting: IncomingRow[] = []
  const flush = async () => {
    const batch = waiting
    waiting = []
    const answers = await Promise.all(batch.map((row) => takeRow(door, asker, row)))
    for (const [index, answer] of answers.entries()) count(result, batch[index]?.line ?? 0, answer, context)
  }
  for await (const row of rows) {
    waiting.push(row)
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

async function takeRow(door: Door, asker: Asker, { incoming }: IncomingRow): Promise<Answer<TakenAppeal>> {
  if (!incoming.ok) return incoming
  try {
    // The same appeal sent again is one, whatever batch it came in.
    const key = `batch:${createHash('sha256').update(JSON.stringify(incoming.value)).digest('hex')}`
    return await takeAppeal(door.hub, asker, incoming.value, key)
  } catch (error) {
    const refusal = refusalOf(error, door)
    // Nothing is stored any more: the rest of the batch would only fail line by line.
    if (refusal.code === 'hub.readOnly') throw error
    return { ok: false, refusal }
  }
}
