import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerAppRequest } from './app-protocol.ts'

let root: string

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'fengqiao-app-protocol-'))
  writeFileSync(
    join(root, 'index.html'),
    '<meta name="csp-nonce" content="__CSP_NONCE__"><style nonce="__CSP_NONCE__"></style>',
  )
  writeFileSync(join(root, 'index.js'), 'export const word = "__CSP_NONCE__"')
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const ask = (path: string, hubUrl: string | null = null, method = 'GET') =>
  answerAppRequest({ url: `app://centre${path}`, method }, { root, hubUrl: () => hubUrl })

test('a page carries the nonce its policy allows, and a new one at every load', async () => {
  const first = await ask('/')
  const second = await ask('/')
  const nonce = nonceOf(first)
  expect(nonce.length).toBeGreaterThanOrEqual(22)
  expect(nonceOf(second)).not.toBe(nonce)
  expect(await first.text()).toBe(`<meta name="csp-nonce" content="${nonce}"><style nonce="${nonce}"></style>`)
})

test('the network of a page is the chosen hub, over http and web socket, and nothing before one is chosen', async () => {
  expect(policyOf(await ask('/'))['connect-src']).toBe("'self'")
  expect(policyOf(await ask('/', 'https://hub.example:8443'))['connect-src']).toBe(
    "'self' https://hub.example:8443 wss://hub.example:8443",
  )
  expect(policyOf(await ask('/', 'http://127.0.0.1:4180'))['connect-src']).toBe(
    "'self' http://127.0.0.1:4180 ws://127.0.0.1:4180",
  )
})

test('the rest of the policy lets in our own files and nothing else', async () => {
  const answer = await ask('/index.js')
  expect(policyOf(answer)).toEqual({
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': `'self' 'nonce-${nonceOf(answer)}'`,
    'connect-src': "'self'",
    'img-src': "'self' data: blob:",
    'font-src': "'self'",
    'worker-src': "'self' blob:",
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'none'",
    'frame-ancestors': "'none'",
  })
})

test('a script is served as it is, with a type nobody guesses at', async () => {
  const answer = await ask('/index.js')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await answer.text()).toBe('export const word = "__CSP_NONCE__"')
})

test('what is not there is a 404 without a word about why, and nothing but reading is answered', async () => {
  for (const path of ['/none.js', '/..%2f..%2fetc/passwd', '/index.html%00']) {
    const answer = await ask(path)
    expect(answer.status, path).toBe(404)
    expect(await answer.text(), path).toBe('')
  }
  expect((await ask('/', null, 'POST')).status).toBe(405)
})

test('the safe page stands without the renderer and without a script', async () => {
  const answer = await answerAppRequest(
    { url: 'app://centre/safe/wall', method: 'GET' },
    { root: '/none', hubUrl: () => null },
  )
  const page = await answer.text()
  expect(answer.status).toBe(200)
  expect(page).not.toContain('<script')
  expect(page).toContain('href="app://centre/index.html?window=wall')
  expect((await ask('/safe/other')).status).toBe(404)
})

function nonceOf(answer: Response): string {
  return /'nonce-([^']+)'/.exec(answer.headers.get('content-security-policy') ?? '')?.[1] ?? ''
}

function policyOf(answer: Response): Record<string, string> {
  const parts = (answer.headers.get('content-security-policy') ?? '').split('; ')
  return Object.fromEntries(parts.map((part) => [part.slice(0, part.indexOf(' ')), part.slice(part.indexOf(' ') + 1)]))
}
