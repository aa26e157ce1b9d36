/**
 * The Content-Security-Policy of every answer of the app's own scheme (workers take theirs from their own answer). The network is the
 * chosen hub and nothing else; before one is chosen it is nothing at all.
 */
export function contentPolicy({ hubUrl, nonce }: { hubUrl: string | null; nonce: string }): string {
  const hub = hubUrl === null ? '' : ` ${hubUrl} ${hubUrl.replace(/^http/, 'ws')}`
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${hub}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

/** A page built by us names its nonce by this word; the handler puts a fresh one in its place at every load. */
export const NONCE_WORD = '__CSP_NONCE__'
