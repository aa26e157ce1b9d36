import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { contentHash, readStamp, writeStamp } from './stamp.js'

let folder
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'fengqiao-stamp-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const hash = (skip) => contentHash(folder, ['sources', 'setting.json'], skip)
const put = (file, text) => writeStamp(join(folder, file), text)

test('the hash follows names and contents, not times', () => {
  put('sources/a.ts', 'one')
  const first = hash()
  put('sources/a.ts', 'one')
  expect(hash()).toBe(first)
  put('sources/a.ts', 'two')
  expect(hash()).not.toBe(first)
  put('sources/a.ts', 'one')
  put('sources/deep/b.ts', '')
  expect(hash()).not.toBe(first)
})

test('text moved from one file to the next is a change', () => {
  put('sources/a.ts', 'xy')
  put('sources/b.ts', '')
  const first = hash()
  put('sources/a.ts', 'x')
  put('sources/b.ts', 'y')
  expect(hash()).not.toBe(first)
})

test('what is skipped does not count, and what is absent is no error', () => {
  const skip = (name) => name.endsWith('.test.ts')
  const first = hash(skip)
  put('sources/a.test.ts', 'one')
  expect(hash(skip)).toBe(first)
})

test('a stamp that was never written reads as undefined', () => {
  expect(readStamp(join(folder, 'nowhere'))).toBeUndefined()
  writeFileSync(join(folder, 'stamp'), 'abc')
  expect(readStamp(join(folder, 'stamp'))).toBe('abc')
})
