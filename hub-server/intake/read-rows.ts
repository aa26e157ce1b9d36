/** Rows of a file of appeals: JSON Lines or a table, plain or gzip. One bad line never loses a good one. */
import type { Refusal } from '../contract/refusal.ts'
import { bytesOf, GIB, type RowSource } from './bytes.ts'
import { COLUMN_LIMIT, csvRecords } from './csv-records.ts'
import { badLine, textLines, type TextLine } from './text-lines.ts'

export type RowValue = Readonly<Record<string, unknown>>

/** Lines are counted from 1; a table's row has the number of the line it begins on. */
export type Row =
  { readonly line: number; readonly value: RowValue } | { readonly line: number; readonly refusal: Refusal }

export interface ReadRowsOptions {
  /** The file's name; its ending says what it is. Without one (or with another) the first line does. */
  readonly name?: string
  /** Bytes after unpacking; 2 GiB when not given. */
  readonly maxBytes?: number
}

/**
 * Reads a source to its end, or up to the place where it can be read no further (damaged gzip, too large), which is told as the
 * last row. Faults of the source itself are thrown.
 */
export async function* readRows(source: RowSource, options: ReadRowsOptions = {}): AsyncGenerator<Row> {
  const lines = textLines(bytesOf(source, options.maxBytes ?? 2 * GIB))
  const first = await firstOf(lines)
  if (first === undefined) return
  const all = chain(first, lines)
  if (isTable(options.name ?? '', first)) yield* tableRows(all)
  else for await (const batch of all) for (const line of batch) yield* jsonRow(line)
}

async function firstOf(lines: AsyncGenerator<TextLine[]>): Promise<TextLine[] | undefined> {
  const next = await lines.next()
  return next.done === true ? undefined : next.value
}

async function* chain(first: TextLine[], rest: AsyncGenerator<TextLine[]>): AsyncGenerator<TextLine[]> {
  yield first
  yield* rest
}

function isTable(name: string, lines: readonly TextLine[]): boolean {
  if (/\.(?:csv|tsv|txt)(?:\.gz)?$/i.test(name)) return true
  if (/\.(?:jsonl|ndjson|json)(?:\.gz)?$/i.test(name)) return false
  const text = lines.find((line) => typeof line.text === 'string' && line.text.trim() !== '')?.text
  return typeof text === 'string' && !/^\s*[{["]/.test(text)
}

function* jsonRow({ line, text }: TextLine): Generator<Row> {
  if (typeof text !== 'string') {
    yield { line, refusal: text }
    return
  }
  if (text.trim() === '') return
  const value = parsed(text)
  if (value === undefined) yield { line, refusal: badLine('input.notJson') }
  else if (!isRecord(value)) yield { line, refusal: badLine('input.type', { expected: 'object' }) }
  else if (Object.keys(value).length > COLUMN_LIMIT)
    yield { line, refusal: badLine('csv.columns', { max: COLUMN_LIMIT }) }
  else if (text.includes('__proto__') && holdsKey(value, '__proto__'))
    yield { line, refusal: badLine('line.key', { key: '__proto__' }) }
  else yield { line, value }
}

async function* tableRows(lines: AsyncIterable<TextLine[]>): AsyncGenerator<Row> {
  let header: readonly string[] | undefined
  for await (const { line, cells } of csvRecords(lines)) {
    if (!isCells(cells)) {
      yield { line, refusal: cells }
      if (header === undefined) return
    } else if (cells.every((cell) => cell.trim() === '')) continue
    else if (header === undefined) {
      header = cells.map((cell) => cell.trim())
      const wrong = faultOfHeader(header)
      if (wrong === undefined) continue
      yield { line, refusal: wrong }
      return
    } else yield { line, ...rowOf(header, cells) }
  }
}

function rowOf(header: readonly string[], cells: readonly string[]): { value: RowValue } | { refusal: Refusal } {
  const beyond = cells.slice(header.length).some((cell) => cell.trim() !== '')
  if (beyond) return { refusal: badLine('csv.cells', { expected: header.length, found: cells.length }) }
  const entries = header.flatMap((name, place): [string, string][] => {
    const cell = cells[place]
    return name === '' || cell === undefined ? [] : [[name, cell]]
  })
  return { value: Object.fromEntries(entries) }
}

/** Without a header that can be trusted no row can be: then the file ends with it. */
function faultOfHeader(header: readonly string[]): Refusal | undefined {
  if (header.includes('__proto__')) return badLine('line.key', { key: '__proto__' })
  const named = header.filter((name) => name !== '')
  const twice = named.find((name, place) => named.indexOf(name) !== place)
  return twice === undefined ? undefined : badLine('csv.twice', { column: twice })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isCells(cells: readonly string[] | Refusal): cells is readonly string[] {
  return Array.isArray(cells)
}

/** Goes through nested values without recursion: a line may be nested a hundred thousand deep. */
function holdsKey(value: unknown, key: string): boolean {
  const waiting = [value]
  while (waiting.length > 0) {
    const next = waiting.pop()
    if (typeof next !== 'object' || next === null) continue
    if (Object.hasOwn(next, key)) return true
    for (const inner of Object.values(next)) waiting.push(inner)
  }
  return false
}
