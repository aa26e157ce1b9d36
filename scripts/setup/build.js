import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.js'
import { say } from './say.js'
import { contentHash, readStamp, writeStamp } from './stamp.js'

const sources = [
  ...['renderer', 'main', 'preload', 'hub-server/contract', 'resources', 'scripts/map'],
  ...['electron.vite.config.ts', 'tsconfig.base.json', 'package.json', 'package-lock.json'],
]
const notBuilt = (name) => /\.test\.tsx?$/.test(name) || name.startsWith('resources/demo/')
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']
const stampFile = join(root, 'out', '.built-from')

/** Builds the windows (renderer, main, preload) when a source has changed since the last build. False when that fails. */
export function buildIfStale() {
  const wanted = contentHash(root, sources, notBuilt)
  if (readStamp(stampFile) === wanted && results.every((file) => existsSync(join(root, file)))) return true
  say('build', 'renderer, main and preload')
  const builder = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const built = spawnSync(process.execPath, [builder, 'build', '--logLevel', 'warn'], { cwd: root, encoding: 'utf8' })
  if (built.status !== 0) {
    console.error(`${built.stdout}${built.stderr}`.trim())
    say('build', 'failed (see above)')
    return false
  }
  writeStamp(stampFile, wanted)
  return true
}
