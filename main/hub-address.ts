/**
 * The origin of a hub from what a person typed: `10.20.1.8:8443`, `hub.centre.example`, `http://127.0.0.1:4180/`. Without a scheme it is
 * https, on this machine http. Plain http is refused elsewhere, since sign-in tokens and people's data would travel readable.
 */
export function readHubAddress(
  typed: string,
): { ok: true; url: string } | { ok: false; code: 'hub.notUrl' | 'hub.insecure' } {
  const address = withScheme(typed.trim())
  if (address.length > MAX_LENGTH || !URL.canParse(address)) return { ok: false, code: 'hub.notUrl' }
  const { protocol, hostname, username, password, pathname, search, hash, origin } = new URL(address)
  const bare = username === '' && password === '' && pathname === '/' && search === '' && hash === ''
  if ((protocol !== 'http:' && protocol !== 'https:') || hostname === '' || !bare)
    return { ok: false, code: 'hub.notUrl' }
  if (protocol === 'http:' && !isLoopback(hostname)) return { ok: false, code: 'hub.insecure' }
  return { ok: true, url: origin }
}

const MAX_LENGTH = 300

function withScheme(text: string): string {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(text)) return text
  const secure = `https://${text}`
  return URL.canParse(secure) && isLoopback(new URL(secure).hostname) ? `http://${text}` : secure
}

/** URL has already made one spelling of every address: `127.1` is `127.0.0.1`, `LOCALHOST` is `localhost`. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname)
}
