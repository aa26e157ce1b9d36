/** The command centre and the resident's page for a browser, from the same build as the station's windows. */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyReply } from 'fastify'
import type { App } from './door.ts'

/** A built page names its nonce by this word; a fresh one takes its place at every load. */
const nonceWord = '__CSP_NONCE__'

export async function addPages(app: App, rendererDir: string): Promise<void> {
  const hide = { schema: { hide: true } }
  for (const path of ['/', '/index.html']) {
    app.get(path, hide, (_request, reply) => sendPage(reply, join(rendererDir, 'index.html')))
  }
  for (const path of ['/r', '/r/', '/r/resident.html', '/resident.html']) {
    app.get(path, hide, (_request, reply) =>
      path === '/r' ? reply.redirect('/r/', 308) : sendPage(reply, join(rendererDir, 'resident.html')),
    )
  }
  if (!existsSync(rendererDir)) return
  // Names of built files carry their content's hash.
  const common = { root: rendererDir, index: false, dotfiles: 'ignore', cacheControl: false, setHeaders } as const
  await app.register(fastifyStatic, { ...common, prefix: '/' })
  await app.register(fastifyStatic, { ...common, prefix: '/r/', decorateReply: false })
}

function setHeaders(reply: FastifyReply, path: string): void {
  void reply.header('cache-control', /[\\/]assets[\\/]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache')
}

function sendPage(reply: FastifyReply, file: string): FastifyReply {
  const nonce = randomBytes(18).toString('base64')
  const page = existsSync(file) ? readFileSync(file, 'utf8').replaceAll(nonceWord, nonce) : missingPage(nonce)
  return reply
    .code(existsSync(file) ? 200 : 503)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-cache')
    .header('content-security-policy', pagePolicy(nonce))
    .send(page)
}

/** Like the station's own policy; the network is this hub and nothing else. */
function pagePolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

function missingPage(nonce: string): string {
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>枫桥指挥台</title>
<style nonce="${nonce}">body{font:16px/1.7 system-ui,sans-serif;max-width:40rem;margin:12vh auto;padding:0 1.5rem}code{font-size:.95em}</style></head>
<body><h1>枢纽在运行，画面尚未构建</h1>
<p>请在项目目录运行 <code>npm run build</code>，然后刷新本页。接口说明见 <a href="/docs">/docs</a>。</p>
<p lang="en">The hub is running, but the screens were not built yet. Run <code>npm run build</code> in the project's folder and
load this page again. The interface is described at <a href="/docs">/docs</a>.</p></body></html>
`
}
