import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { cache, root } from '../setup/paths.js'
import { startProgram } from './child-process.js'

/** Whether windows could be seen here. */
export const hasDisplay = (env = process.env, platform = process.platform) =>
  platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY) || Boolean(env.WAYLAND_DISPLAY)

export const windowLog = join(cache, 'electron.log')

/** Opens the workstation and the wall of the built app at the hub. Its own messages go to `windowLog`. */
export function openWindows(electron, hubAddress, profile) {
  mkdirSync(cache, { recursive: true })
  mkdirSync(profile, { recursive: true })
  const log = openSync(windowLog, 'w')
  // Chromium refuses its sandbox to root.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const env = { ...process.env, ...electron.env, FENGQIAO_HUB: hubAddress, FENGQIAO_WINDOWS: 'desk,wall' }
  delete env.ELECTRON_RUN_AS_NODE
  const program = startProgram(electron.file, [...asRoot, `--user-data-dir=${profile}`, root], {
    cwd: root,
    env,
    stdio: ['ignore', log, log],
  })
  closeSync(log)
  return program
}
