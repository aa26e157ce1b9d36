import { realpath, stat } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { isOwnPage } from './own-page.ts'

/**
 * The file below `root` that an `app://centre/…` address names, or null: another host, a path that climbs, an encoded separator,
 * a NUL, a folder, a link that leads out of the root, or nothing there. All of them look the same to the page.
 */
export async function fileOfAppAddress(root: string, address: string): Promise<string | null> {
  const segments = segmentsOf(address)
  if (segments === null) return null
  try {
    const realRoot = await realpath(root)
    const file = await realpath(join(realRoot, ...segments))
    return file.startsWith(realRoot + sep) && (await stat(file)).isFile() ? file : null
  } catch {
    return null
  }
}

function segmentsOf(address: string): string[] | null {
  if (!isOwnPage(address)) return null
  const path = decoded(new URL(address).pathname)
  if (path === '/' || path === '') return ['index.html']
  const segments = path?.split('/').slice(1)
  return segments?.every(isPlainName) === true ? segments : null
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** A colon names a drive or a stream on Windows. */
function isPlainName(segment: string): boolean {
  return segment !== '' && segment !== '.' && segment !== '..' && !/[\\:]/.test(segment) && !segment.includes('\0')
}

export function contentTypeOf(file: string): string {
  return contentTypes[extname(file).toLowerCase()] ?? 'application/octet-stream'
}

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.geojson': 'application/geo+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
}
