/** Many appeals from a file or a batch, taken in the order they come. A bad row never loses a good one, and nothing is taken twice. */
import type { ImportResult } from '../contract/appeal.ts'
import type { Incoming, IncomingRow } from '../contract/incoming.ts'
import { refused, type Answer, type Refusal } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from './hub.ts'
import { hashOf } from './run-command.ts'
import { takeAppeal, type TakenAppeal } from './take-appeal.ts'

export interface ImportOptions {
  /** Rows keep the times of the file: old ones become history. Without it they arrive now. Yes when not given. */
  readonly keepTimes?: boolean
  /** A refusal in the words of whoever reads the result. */
  readonly wordsOf?: (refusal: Refusal) => string
  /** Bad lines that are named one by one; all of them when not given. */
  readonly mostNamed?: number
}

/** Rows that share a commit. */
const atOnce = 128

/** Can be run twice over the same rows: the second time all are duplicates. Rejects only when nothing can be stored any more. */
export async function importAppeals(
  hub: Hub,
  who: Principal,
  rows: AsyncIterable<IncomingRow> | Iterable<IncomingRow>,
  { keepTimes = true, wordsOf = plainWords, mostNamed = Infinity }: ImportOptions = {},
): Promise<ImportResult> {
  const result: ImportResult = { accepted: 0, duplicates: 0, rejected: [] }
  let waiting: IncomingRow[] = []
  const flush = async () => {
    const batch = waiting
    waiting = []
    const answers = await Promise.all(batch.map((row) => takeRow(hub, who, row, keepTimes)))
    for (const [index, answer] of answers.entries()) {
      if (answer.ok || result.rejected.length < mostNamed) countRow(result, batch[index]?.line ?? 0, answer, wordsOf)
    }
  }
  for await (const row of rows) {
    waiting.push(row)
    if (waiting.length >= atOnce) await flush()
  }
  await flush()
  return result
}

/** Takes one row in; a fault of the hub in it is that row's refusal, unless the disk takes nothing any more. */
export async function takeRow(
  hub: Hub,
  who: Principal,
  { incoming }: IncomingRow,
  keepTimes: boolean,
): Promise<Answer<TakenAppeal>> {
  if (!incoming.ok) return incoming
  const named = withRowName(incoming.value)
  try {
    return await takeAppeal(hub, who, keepTimes ? named : arrivingNow(named), `row:${named.appeal.externalId ?? ''}`)
  } catch (error) {
    if (hub.commits.failure !== undefined) throw error
    return refused('hub.failed')
  }
}

export function countRow(
  result: ImportResult,
  line: number,
  answer: Answer<TakenAppeal>,
  wordsOf: (refusal: Refusal) => string = plainWords,
): void {
  if (!answer.ok) result.rejected.push({ line, code: answer.refusal.code, detail: wordsOf(answer.refusal) })
  else if (answer.value.repeated) result.duplicates += 1
  else result.accepted += 1
}

/** Whether a row was taken in before. */
export function isKnownRow(hub: Hub, { incoming }: IncomingRow): boolean {
  if (!incoming.ok) return false
  const { channel, externalId } = withRowName(incoming.value).appeal
  return externalId !== undefined && hub.ledger.cases.idOfExternal(`${channel}:${externalId}`) !== undefined
}

/** A row without an id of its source is named by what it says, so that the same row is known again years later. */
function withRowName(incoming: Incoming): Incoming {
  const { appeal, placeText } = incoming
  if (appeal.externalId !== undefined) return incoming
  return { ...incoming, appeal: { ...appeal, externalId: `row:${hashOf([appeal, placeText ?? null])}` } }
}

function arrivingNow({ history, ...incoming }: Incoming): Incoming {
  const { appeal } = incoming
  const occurredAt = appeal.occurredAt ?? history?.registeredAt
  return { ...incoming, appeal: { ...appeal, ...(occurredAt !== undefined && { occurredAt }) } }
}

function plainWords({ code, fields }: Refusal): string {
  return fields?.map(({ path, reason }) => `${path}: ${reason}`).join('; ') ?? code
}
