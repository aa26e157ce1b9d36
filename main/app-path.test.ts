import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { contentTypeOf, fileOfAppAddress } from './app-path.ts'

let place: string
let root: string

beforeAll(() => {
  place = realpathSync(mkdtempSync(join(tmpdir(), 'fengqiao-app-path-')))
  root = join(place, 'renderer')
  mkdirSync(join(root, 'assets'), { recursive: true })
  mkdirSync(join(place, 'renderer-secret'))
  writeFileSync(join(root, 'index.html'), 'page')
  writeFileSync(join(root, 'assets', '图 1.svg'), 'picture')
  writeFileSync(join(place, 'secret.txt'), 'secret')
  writeFileSync(join(place, 'renderer-secret', 'key.txt'), 'secret')
  symlinkSync(join(place, 'secret.txt'), join(root, 'link.txt'))
  symlinkSync(join(place, 'renderer-secret'), join(root, 'folder'))
  symlinkSync(join(root, 'index.html'), join(root, 'inside.html'))
})

afterAll(() => rmSync(place, { recursive: true, force: true }))

test('a page and its assets are found by their address', async () => {
  const page = join(root, 'index.html')
  for (const address of [
    'app://centre',
    'app://centre/',
    'app://centre/index.html',
    'app://centre/index.html?turn=1#/wall',
  ])
    expect(await fileOfAppAddress(root, address), address).toBe(page)
  expect(await fileOfAppAddress(root, 'app://centre/assets/%E5%9B%BE%201.svg')).toBe(join(root, 'assets', '图 1.svg'))
  expect(await fileOfAppAddress(root, 'app://centre/inside.html')).toBe(page)
})

test.each([
  'app://centre/..%2fsecret.txt',
  'app://centre/..%2f..%2fetc/passwd',
  'app://centre/%2e%2e/secret.txt',
  'app://centre/assets/..%2f..%2fsecret.txt',
  'app://centre/..%5csecret.txt',
  'app://centre/%252e%252e%252fsecret.txt',
  'app://centre//etc/passwd',
  'app://centre/%2fetc%2fpasswd',
  'app://centre/C:/Windows/win.ini',
  'app://centre/index.html%00.png',
  'app://centre/index.html%00',
  'app://centre/%',
  'app://centre/%ff',
  'app://centre/link.txt',
  'app://centre/folder/key.txt',
  'app://centre/..%2frenderer-secret/key.txt',
  'app://centre/assets',
  'app://centre/assets/',
  'app://centre/nothing.js',
  'app://centre.evil/index.html',
  'app://CENTRE/index.html',
  'app://centre:80/index.html',
  'app://user@centre/index.html',
  'app:///index.html',
  'file:///etc/passwd',
  'https://centre/index.html',
  'index.html',
  '',
])('nothing is read for %s', async (address) => {
  expect(await fileOfAppAddress(root, address)).toBeNull()
})

test('a file without a known type is never taken for a page or a script', () => {
  expect(contentTypeOf('index.HTML')).toBe('text/html; charset=utf-8')
  expect(contentTypeOf('worker.mjs')).toBe('text/javascript; charset=utf-8')
  expect(contentTypeOf('strange.exe')).toBe('application/octet-stream')
  expect(contentTypeOf('none')).toBe('application/octet-stream')
})
