/** Many appeals in one request, a line each, taken as `import` takes a file. */
import type { ImportResult } from '../contract/appeal.ts'
import type { IncomingRow } from '../contract/incoming.ts'
import type { Refusal } from '../contract/refusal.ts'
import { importAppeals } from '../service/import-appeals.ts'
import type { Asker, Door } from './door.ts'
import { detailOf, fieldReason, type ProblemContext } from './problem.ts'

/** A body may have so many bytes, unpacked. */
export const mostBatchBytes = 64 * 1024 * 1024
/** A body of nothing but bad lines must not become an answer many times its size. */
const mostNamed = 10_000

/** Whatever can be read is taken; where the body can be read no further, its last line says why. */
export function takeBatch(
  { hub }: Door,
  asker: Asker,
  rows: AsyncIterable<IncomingRow>,
  context: ProblemContext,
): Promise<ImportResult> {
  return importAppeals(hub, asker, rows, { wordsOf: (refusal) => wordsOf(refusal, context), mostNamed })
}

function wordsOf(refusal: Refusal, context: ProblemContext): string {
  const fields = refusal.fields?.map((field) => `${field.path}: ${fieldReason(field, context)}`)
  return fields === undefined || fields.length === 0 ? detailOf(refusal, context) : fields.join('; ')
}
