/** A row of a file or a batch made into an appeal on its way in, or every field named that cannot be read. */
import { z } from 'zod'
import { appealSchema, type citizenSchema } from '../contract/appeal.ts'
import { badFieldsOf } from '../contract/bad-fields.ts'
import type { Incoming } from '../contract/incoming.ts'
import type { Instant } from '../contract/instant.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import { readTime } from './civil-time.ts'
import type { RowMap } from './parse-map.ts'
import type { RowValue } from './read-rows.ts'
import { readPlace, type KnownPlaces } from './row-place.ts'
import { columnOf, digitsAsText, readerOf, type ReadField } from './row-reader.ts'
import { channelWords, kindWords } from './row-words.ts'

export interface MapRowOptions {
  readonly map?: RowMap | undefined
  /** The hub's now: nothing can have happened later. */
  readonly now: Instant
  readonly places: KnownPlaces
  /** Paths of the category taxonomy. */
  readonly categories: ReadonlySet<string>
}

/** As the body of `POST /appeals`, but a place is not needed: what has none is filed at the centre. */
const rowSchema = z.strictObject(appealSchema.shape).omit({ divisionCode: true, gridCode: true, location: true })
const replySchema = z.string().trim().min(1).max(20_000)
const TITLE_LENGTH = 60

/**
 * Knows the fields of `POST /appeals`, the columns of the petitions list, and those of the map, which win. `kind` is a complaint and
 * `channel` the web where the row says nothing; a missing title is the first sentence of the text. A time makes the row history:
 * it is kept with its own times, which a feed drops.
 */
export function toIncoming(row: RowValue, options: MapRowOptions): Answer<Incoming> {
  const read = readerOf(row, options.map ?? {})
  const bad: BadField[] = []
  const occurredAt = timeOf('occurredAt', read, options.now, bad)
  const history = historyOf(read, occurredAt, options.now, bad)
  const { location, gridCode, divisionCode, placeText } = readPlace(read, options.places, bad)
  const parsed = rowSchema.safeParse(
    present({
      channel: wordOf(digitsAsText(read('channel')), channelWords) ?? 'web',
      kind: wordOf(read('kind'), kindWords) ?? 'complaint',
      title: read('title') ?? titleFrom(read('text')),
      text: read('text'),
      citizen: citizenOf(read),
      occurredAt,
      category: read('category') ?? levelOne(row, options.categories),
      externalId: digitsAsText(read('externalId')),
      attachments: read('attachments'),
    }),
    { reportInput: true },
  )
  if (!parsed.success) bad.unshift(...badFieldsOf(parsed.error.issues))
  if (!parsed.success || bad.length > 0) return refused('input.invalid', undefined, bad)
  return granted({
    appeal: { ...parsed.data, ...present({ location, gridCode, divisionCode }) },
    ...(placeText !== undefined && { placeText }),
    ...(history !== undefined && { history }),
  })
}

function wordOf(value: unknown, words: Readonly<Record<string, string>>): unknown {
  return typeof value === 'string' && Object.hasOwn(words, value) ? words[value] : value
}

function titleFrom(text: unknown): unknown {
  if (typeof text !== 'string') return undefined
  const sentence = /^[^。！？!?\n；;]+/.exec(text)?.[0].trim() ?? text.trim()
  const characters = Array.from(sentence)
  return characters.length <= TITLE_LENGTH ? sentence : `${characters.slice(0, TITLE_LENGTH - 1).join('')}…`
}

/** Files write phones with brackets, full-width digits and dots. */
function citizenOf(read: ReadField): z.input<typeof citizenSchema> {
  const phone = digitsAsText(read('phone'))
  const plain =
    typeof phone === 'string'
      ? phone
          .normalize('NFKC')
          .replace(/[()（）.·]/g, ' ')
          .replace(/[‐–—−]/g, '-')
          .trim()
      : phone
  return present({ name: read('name'), phone: plain }) as z.input<typeof citizenSchema>
}

/** `cat1` of the petitions list, when it is a name of the taxonomy's first level. */
function levelOne(row: RowValue, categories: ReadonlySet<string>): string | undefined {
  const name = columnOf(row, 'cat1')
  return typeof name === 'string' && !name.includes('/') && categories.has(name) ? name : undefined
}

function timeOf(field: 'occurredAt' | 'replyAt', read: ReadField, now: Instant, bad: BadField[]): Instant | undefined {
  const value = read(field)
  if (value === undefined) return undefined
  const time = typeof value === 'string' ? readTime(value) : undefined
  if (time === undefined) bad.push({ path: field, reason: 'time.form' })
  else if (time > now) bad.push({ path: field, reason: 'time.future' })
  return time
}

function historyOf(
  read: ReadField,
  occurredAt: Instant | undefined,
  now: Instant,
  bad: BadField[],
): Incoming['history'] {
  const said = read('reply')
  const repliedAt = timeOf('replyAt', read, now, bad)
  if (said === undefined) return occurredAt === undefined ? undefined : { registeredAt: occurredAt }
  const reply = replySchema.safeParse(said, { reportInput: true })
  if (!reply.success) {
    bad.push(...badFieldsOf(reply.error.issues, 'reply'))
    return undefined
  }
  const registeredAt = occurredAt ?? repliedAt ?? now
  // A reply cannot come before its appeal; lists that say so have one of the two times wrong.
  const at = repliedAt !== undefined && repliedAt > registeredAt ? repliedAt : registeredAt
  return { registeredAt, reply: { text: reply.data, at } }
}

function present<T extends Record<string, unknown>>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}
