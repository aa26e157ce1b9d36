/** Bytes cut into lines of text. A line that is too long or cannot be read is told apart and costs only itself. */
import { isAscii, isUtf8 } from 'node:buffer'
import { TextDecoder } from 'node:util'
import { refused, type Refusal } from '../contract/refusal.ts'
import { badFile, type Bytes } from './bytes.ts'

export interface TextLine {
  /** Counted from 1. */
  readonly line: number
  /** Without its line break; a refusal when there is no text. */
  readonly text: string | Refusal
}

/** Bytes of one line; the longest appeal that is allowed needs a quarter of this. */
export const LINE_LIMIT = 256 * 1024

type Charset = 'utf-8' | 'gb18030'
interface RawLine {
  readonly line: number
  /** Undefined when the line is longer than the limit. */
  readonly bytes: Buffer | undefined
}

/**
 * Lines in UTF-8 (with or without a byte-order mark), or in GB 18030 where the first characters beyond ASCII are no UTF-8, as in
 * tables that Excel saved in China. Yields the lines of each piece together.
 */
export async function* textLines(source: AsyncIterable<Bytes>): AsyncGenerator<TextLine[]> {
  const cut = lineCutter()
  let charset: Charset | undefined
  let began = false
  for await (const bytes of source) {
    if (!(bytes instanceof Uint8Array)) {
      const rest = cut.end()
      if (rest !== undefined) yield [readLine(rest, charset ?? charsetOf([rest]) ?? 'utf-8')]
      yield [{ line: cut.lineAt(), text: bytes }]
      return
    }
    if (!began && bytes.length > 0) {
      began = true
      if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
        yield [{ line: 1, text: badFile('file.encoding') }]
        return
      }
    }
    const lines = cut.push(bytes)
    charset ??= charsetOf(lines)
    const known = charset ?? 'utf-8'
    if (lines.length > 0) yield lines.map((line) => readLine(line, known))
  }
  const last = cut.end()
  if (last !== undefined) yield [readLine(last, charset ?? charsetOf([last]) ?? 'utf-8')]
}

/** Undefined while everything is ASCII. Most lines decide: one broken line does not make a file Chinese national text. */
function charsetOf(lines: readonly RawLine[]): Charset | undefined {
  let utf8 = 0
  let other = 0
  for (const { bytes } of lines) {
    if (bytes === undefined || isAscii(bytes)) continue
    if (isUtf8(bytes)) utf8 += 1
    else other += 1
  }
  if (utf8 + other === 0) return undefined
  return other > utf8 ? 'gb18030' : 'utf-8'
}

const decoders: Record<Charset, TextDecoder> = {
  'utf-8': new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }),
  gb18030: new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }),
}

function readLine({ line, bytes }: RawLine, charset: Charset): TextLine {
  if (bytes === undefined) return { line, text: tooLong() }
  try {
    const text = decoders[charset].decode(bytes)
    return { line, text: line === 1 && text.startsWith('\ufeff') ? text.slice(1) : text }
  } catch {
    return { line, text: badLine('line.encoding') }
  }
}

export function badLine(reason: string, facts?: Record<string, string | number>): Refusal {
  return refused('input.invalid', undefined, [{ path: 'line', reason, ...(facts && { facts }) }]).refusal
}

export function tooLong(): Refusal {
  return refused('input.tooLarge', { max: '256 KiB' }, [{ path: 'line', reason: 'line.tooLong' }]).refusal
}

/** Cuts at line feeds, which no byte of a longer UTF-8 or GB 18030 character looks like. */
function lineCutter() {
  let line = 0
  let parts: Uint8Array[] = []
  let size = 0

  const take = (piece: Uint8Array): void => {
    size += piece.length
    if (size <= LINE_LIMIT + 1) parts.push(piece)
    else parts = []
  }
  const finish = (): RawLine => {
    line += 1
    const [only] = parts
    const whole =
      parts.length === 1 && only !== undefined
        ? Buffer.from(only.buffer, only.byteOffset, only.byteLength)
        : Buffer.concat(parts)
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole
    const fits = size <= LINE_LIMIT + 1 && bytes.length <= LINE_LIMIT
    parts = []
    size = 0
    return { line, bytes: fits ? bytes : undefined }
  }
  return {
    push(bytes: Uint8Array): RawLine[] {
      const lines: RawLine[] = []
      let from = 0
      for (let at = bytes.indexOf(0x0a); at >= 0; at = bytes.indexOf(0x0a, from)) {
        take(bytes.subarray(from, at))
        lines.push(finish())
        from = at + 1
      }
      if (from < bytes.length) take(bytes.subarray(from))
      return lines
    },
    /** The last line, when it has no line break. */
    end: (): RawLine | undefined => (size === 0 ? undefined : finish()),
    /** The line that is being read. */
    lineAt: () => line + 1,
  }
}
