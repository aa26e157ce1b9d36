import { Readable } from 'node:stream'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readRows, type ReadRowsOptions, type Row } from './read-rows.ts'
import type { RowSource } from './bytes.ts'

async function rowsOf(source: RowSource, options?: ReadRowsOptions): Promise<Row[]> {
  const rows: Row[] = []
  for await (const row of readRows(source, options)) rows.push(row)
  return rows
}

function good(rows: readonly Row[]): unknown[] {
  return rows.flatMap((row) => ('value' in row ? [row.value] : []))
}

/** `line reason` of each bad line. */
function bad(rows: readonly Row[]): string[] {
  return rows.flatMap((row) =>
    'refusal' in row ? [`${String(row.line)} ${row.refusal.fields?.map(({ reason }) => reason).join() ?? ''}`] : [],
  )
}

/** A stream whose pieces end in the middle of lines and characters. */
function inPieces(bytes: Uint8Array, size: number): Readable {
  const pieces: Uint8Array[] = []
  for (let at = 0; at < bytes.length; at += size) pieces.push(bytes.subarray(at, at + size))
  return Readable.from(pieces)
}

/** 你好,路灯 with its line break, as Excel in China writes it. */
const gbk = Buffer.from('b1eacce22cc4dac8dd0ac2b7b5c62cb2bbc1c10a', 'hex')

describe('JSON Lines', () => {
  test('one row a line, numbered from 1; blank lines, a byte-order mark and CRLF do not matter', async () => {
    const rows = await rowsOf('\ufeff{"title":"路灯"}\r\n\r\n  \n{"title":"井盖"}')
    expect(rows).toEqual([
      { line: 1, value: { title: '路灯' } },
      { line: 4, value: { title: '井盖' } },
    ])
    expect(await rowsOf('')).toEqual([])
    expect(await rowsOf('\n\n')).toEqual([])
  })

  test('bad lines are named and cost no good one', async () => {
    const lines = [
      '{"a":1}',
      '{"a":',
      '[1]',
      '"x"',
      'null',
      '{"__proto__":{"b":1}}',
      '{"a":{"__proto__":1}}',
      '{"a":2}',
    ]
    const rows = await rowsOf(lines.join('\n'), { name: 'x.jsonl' })
    expect(good(rows)).toEqual([{ a: 1 }, { a: 2 }])
    expect(bad(rows)).toEqual([
      '2 input.notJson',
      '3 input.type',
      '4 input.type',
      '5 input.type',
      '6 line.key',
      '7 line.key',
    ])
  })

  test('a line over 256 KiB, one with countless fields and one nested without end are refused by line', async () => {
    const wide = `{${Array.from({ length: 20_000 }, (_, at) => `"f${String(at)}":1`).join(',')}}`
    const deep = `{"__proto__":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    const long = `{"text":"${'长'.repeat(100_000)}"}`
    const rows = await rowsOf(Readable.from([`{"a":1}\n${long}\n${wide}\n${deep}\n`, '{"a":2}']))
    expect(good(rows)).toEqual([{ a: 1 }, { a: 2 }])
    expect(bad(rows)).toEqual(['2 line.tooLong', '3 csv.columns', '4 line.key'])
  })

  test('a line that is no UTF-8 is named, the rest is read', async () => {
    const bytes = Buffer.concat([
      Buffer.from('{"a":"路灯"}\n{"a":"'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('"}\n{"a":"井盖"}\n{"a":"x"}'),
    ])
    const rows = await rowsOf(inPieces(bytes, 1000), { name: 'x.jsonl' })
    expect(good(rows)).toEqual([{ a: '路灯' }, { a: '井盖' }, { a: 'x' }])
    expect(bad(rows)).toEqual(['2 line.encoding'])
  })

  test('however a stream is cut, the rows are the same', async () => {
    const text = Buffer.from(
      Array.from({ length: 40 }, (_, at) => JSON.stringify({ at, title: '路灯不亮𠮷' })).join('\r\n'),
    )
    const whole = await rowsOf([text])
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 90 }), fc.boolean(), async (size, packed) => {
        expect(await rowsOf(inPieces(packed ? gzipSync(text) : text, size))).toEqual(whole)
      }),
      { numRuns: 30 },
    )
    expect(whole).toHaveLength(40)
  })
})

describe('gzip', () => {
  const lines = Array.from({ length: 2000 }, (_, at) => JSON.stringify({ at, text: `第${String(at)}件` })).join('\n')

  test('is known by its first bytes, whatever the name', async () => {
    expect(await rowsOf([gzipSync(lines)], { name: 'x.jsonl.gz' })).toHaveLength(2000)
    expect(await rowsOf([gzipSync(lines)], { name: 'x' })).toHaveLength(2000)
    expect(await rowsOf([Buffer.concat([gzipSync(`${lines}\n`), gzipSync(lines)])])).toHaveLength(4000)
  })

  test('that ends too early gives the rows before the break, then says so', async () => {
    const bytes = gzipSync(lines)
    const rows = await rowsOf(inPieces(bytes.subarray(0, bytes.length - 200), 777), { name: 'x.jsonl.gz' })
    expect(good(rows).length).toBeGreaterThan(1500)
    expect(good(rows)).toEqual(good(rows).map((_, at) => ({ at, text: `第${String(at)}件` })))
    expect(bad(rows).at(-1)).toMatch(/ file\.damaged$/)
  })

  test('that is broken in the middle says so and does not hang', async () => {
    const bytes = gzipSync(lines)
    bytes.fill(0xaa, 2000, 2100)
    expect(bad(await rowsOf([bytes])).at(-1)).toMatch(/ file\.damaged$/)
    expect(bad(await rowsOf([Buffer.from([0x1f, 0x8b, 8, 0])])).at(-1)).toMatch(/ file\.damaged$/)
  })

  test('that unpacks to more than is allowed is stopped there', async () => {
    const bomb = gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    const rows = await rowsOf([Buffer.concat([gzipSync('{"a":1}\n'), bomb])], { maxBytes: 8 * 1024 * 1024 })
    expect(good(rows)).toEqual([{ a: 1 }])
    const last = rows.at(-1)
    expect(last).toMatchObject({ refusal: { code: 'input.tooLarge', facts: { max: '0.01 GiB' } } })
    expect(bad(rows).at(-1)).toMatch(/ file\.tooLarge$/)
  })
})

describe('tables', () => {
  test('cells may hold delimiters, quotes and line breaks; a row has the number of its first line', async () => {
    const rows = await rowsOf('\ufeff标题,内容\r\n路灯,"不亮, ""很黑""\r\n第二行"\r\n\r\n5" 管,漏水', { name: 'x.csv' })
    expect(rows).toEqual([
      { line: 2, value: { 标题: '路灯', 内容: '不亮, "很黑"\n第二行' } },
      { line: 5, value: { 标题: '5" 管', 内容: '漏水' } },
    ])
  })

  test('tabs and semicolons are found by the header, and a table needs no name', async () => {
    expect(good(await rowsOf('a;b\n1;2,5'))).toEqual([{ a: '1', b: '2,5' }])
    expect(good(await rowsOf('a\tb\n1\t2,5'))).toEqual([{ a: '1', b: '2,5' }])
  })

  test('GB 18030 is read where the bytes are no UTF-8, also unpacked and cut anywhere', async () => {
    const value = [{ 标题: '路灯', 内容: '不亮' }]
    expect(good(await rowsOf([gbk], { name: 'x.csv' }))).toEqual(value)
    expect(good(await rowsOf(inPieces(gzipSync(gbk), 3), { name: 'x.csv.gz' }))).toEqual(value)
    expect(good(await rowsOf(inPieces(gbk, 3), { name: 'x.csv' }))).toEqual(value)
  })

  test('a quote that is never closed costs its own line only', async () => {
    const rows = await rowsOf('a,b\n1,"open\n2,x\n3,y', { name: 'x.csv' })
    expect(good(rows)).toEqual([
      { a: '2', b: 'x' },
      { a: '3', b: 'y' },
    ])
    expect(bad(rows)).toEqual(['2 csv.quote'])
    const broken = await rowsOf('a,b\n1,"he said "no" twice"\n2,"x"', { name: 'x.csv' })
    expect(good(broken)).toEqual([{ a: '2', b: 'x' }])
    expect(bad(broken)).toEqual(['2 csv.quote'])
  })

  test('an open quote before hundreds of thousands of lines is given up at 256 KiB', async () => {
    const many = Array.from({ length: 60_000 }, (_, at) => `${String(at)},ok`).join('\n')
    const rows = await rowsOf(inPieces(Buffer.from(`a,b\n1,"open\n${many}`), 65_536), { name: 'x.csv' })
    expect(good(rows)).toHaveLength(60_000)
    expect(bad(rows)).toEqual(['2 line.tooLong'])
  })

  test('more cells than columns, and more columns than any list has, are refused by line', async () => {
    const rows = await rowsOf(`a,b\n1,2,,\n1,2,3\n1\n${','.repeat(100_000)}\n4,5`, { name: 'x.csv' })
    expect(good(rows)).toEqual([{ a: '1', b: '2' }, { a: '1' }, { a: '4', b: '5' }])
    expect(bad(rows)).toEqual(['3 csv.cells', '5 csv.columns'])
    expect(bad(await rowsOf(`${'a,'.repeat(100_000)}b\n1,2`, { name: 'x.csv' }))).toEqual(['1 csv.columns'])
  })

  test('a header that cannot be trusted ends the file with its line', async () => {
    expect(await rowsOf('a,__proto__\n1,2', { name: 'x.csv' })).toMatchObject([
      { line: 1, refusal: { code: 'input.invalid' } },
    ])
    expect(bad(await rowsOf('a,a\n1,2', { name: 'x.csv' }))).toEqual(['1 csv.twice'])
  })
})

test('a spreadsheet or UTF-16 file is named for what it is', async () => {
  expect(bad(await rowsOf([Buffer.from('504b0304', 'hex')], { name: 'x.xlsx' }))).toEqual(['1 file.notText'])
  expect(bad(await rowsOf([Buffer.from('\ufeff标题,内容', 'utf16le')], { name: 'x.csv' }))).toEqual(['1 file.encoding'])
})

test('a fault of the source itself is thrown', async () => {
  const broken = new Readable({
    read() {
      this.destroy(new Error('disk gone'))
    },
  })
  await expect(rowsOf(broken)).rejects.toThrow('disk gone')
})
