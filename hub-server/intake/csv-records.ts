/** Rows of a table out of lines of text. Cells may hold line breaks; a quote that is never closed costs its own line only. */
import type { Refusal } from '../contract/refusal.ts'
import { LINE_LIMIT, badLine, tooLong, type TextLine } from './text-lines.ts'

export interface CsvRecord {
  /** The line on which the row begins. */
  readonly line: number
  readonly cells: readonly string[] | Refusal
}

/** More columns than any list of appeals has. */
export const COLUMN_LIMIT = 200

interface Scan {
  cells: string[]
  /** Text of the quoted cell that goes on in the next line; undefined when the row ends with this line. */
  open: string | undefined
}

/** Comma, tab or semicolon, whichever the first line has most of. */
export async function* csvRecords(source: AsyncIterable<TextLine[]>): AsyncGenerator<CsvRecord> {
  let delimiter: string | undefined
  let waiting: TextLine[] = []
  /** Place of the row's first line in `waiting`, and how many of its lines have been read. */
  let head = 0
  let scanned = 0
  let scan: Scan = { cells: [], open: undefined }
  let size = 0

  function* records(atEnd: boolean): Generator<CsvRecord> {
    for (;;) {
      const first = waiting[head]
      const next = waiting[head + scanned]
      if (first === undefined) return
      if (next === undefined) {
        if (!atEnd) return
        yield restart(first.line, badLine('csv.quote'))
      } else if (typeof next.text !== 'string') {
        yield restart(first.line, scanned === 0 ? next.text : badLine('csv.quote'))
      } else {
        delimiter ??= delimiterOf(next.text)
        size += next.text.length
        scanned += 1
        const went = scanLine(scan, next.text, delimiter)
        if (!went) yield restart(first.line, badLine('csv.quote'))
        else if (scan.cells.length > COLUMN_LIMIT)
          yield restart(first.line, badLine('csv.columns', { max: COLUMN_LIMIT }))
        else if (size > LINE_LIMIT) yield restart(first.line, tooLong())
        else if (scan.open === undefined) yield complete(first.line)
      }
    }
  }
  function restart(line: number, refusal: Refusal): CsvRecord {
    begin(1)
    return { line, cells: refusal }
  }
  function complete(line: number): CsvRecord {
    const { cells } = scan
    begin(scanned)
    return { line, cells }
  }
  function begin(done: number): void {
    head += done
    scan = { cells: [], open: undefined }
    scanned = 0
    size = 0
  }

  for await (const lines of source) {
    waiting = [...waiting.slice(head), ...lines]
    head = 0
    yield* records(false)
  }
  yield* records(true)
}

function delimiterOf(header: string): string {
  const counts = [',', '\t', ';'].map((sign) => ({ sign, count: header.split(sign).length }))
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign
}

/** Reads one line into the row (RFC 4180; a quote inside a cell that does not begin with one is a plain character). False: its quotes make no sense. */
function scanLine(scan: Scan, text: string, delimiter: string): boolean {
  let at = 0
  let cell = scan.open
  scan.open = undefined
  if (cell !== undefined) cell += '\n'
  for (;;) {
    if (cell === undefined && text.charAt(at) === '"') {
      cell = ''
      at += 1
    }
    if (cell === undefined) {
      const end = text.indexOf(delimiter, at)
      scan.cells.push(end < 0 ? text.slice(at) : text.slice(at, end))
      if (end < 0 || scan.cells.length > COLUMN_LIMIT) return true
      at = end + 1
      continue
    }
    const quote = text.indexOf('"', at)
    if (quote < 0) {
      scan.open = cell + text.slice(at)
      return true
    }
    cell += text.slice(at, quote)
    at = quote + 1
    const after = text.charAt(at)
    if (after === '"') {
      cell += '"'
      at += 1
    } else if (after === '' || after === delimiter) {
      scan.cells.push(cell)
      cell = undefined
      if (after === '' || scan.cells.length > COLUMN_LIMIT) return true
      at += 1
    } else return false
  }
}
