import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Protocol } from 'electron'
import { contentTypeOf, fileOfAppAddress } from './app-path.ts'
import { contentPolicy, NONCE_WORD } from './content-policy.ts'
import { APP_SCHEME, isOwnPage } from './own-page.ts'
import { safePage, safePageOf } from './safe-page.ts'

/** Answers `app://centre/…` from the built renderer. `hubUrl` is asked at every load, since the policy follows the chosen hub. */
export function serveApp(protocol: Protocol, { root, hubUrl }: AppSource): void {
  protocol.handle(APP_SCHEME, (request) => answerAppRequest(request, { root, hubUrl }))
}

export type AppSource = { root: string; hubUrl: () => string | null }

/** Must run before the app is ready. No bypassCSP, no service workers, and no `corsEnabled`: no other origin fetches from this scheme. */
export function claimAppScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])
}

export async function answerAppRequest(
  request: { url: string; method: string },
  { root, hubUrl }: AppSource,
): Promise<Response> {
  const nonce = randomBytes(18).toString('base64')
  const headers = { ...fixedHeaders, 'Content-Security-Policy': contentPolicy({ hubUrl: hubUrl(), nonce }) }
  if (request.method !== 'GET') return new Response(null, { status: 405, headers: { ...headers, Allow: 'GET' } })

  const kind = isOwnPage(request.url) ? safePageOf(request.url) : null
  if (kind !== null) return new Response(safePage(kind, nonce), { headers: { ...headers, ...typed('index.html') } })

  const file = await fileOfAppAddress(root, request.url)
  if (file === null) return new Response(null, { status: 404, headers })
  const content = await readFile(file)
  return new Response(file.endsWith('.html') ? withNonce(content, nonce) : new Uint8Array(content), {
    headers: { ...headers, ...typed(file) },
  })
}

function withNonce(page: Buffer, nonce: string): string {
  return page.toString('utf8').replaceAll(NONCE_WORD, nonce)
}

function typed(file: string): Record<string, string> {
  return { 'Content-Type': contentTypeOf(file) }
}

const fixedHeaders = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-cache',
}
