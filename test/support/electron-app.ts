import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'

/** Starts the built station in a real Electron. `profile` is its data folder; the same one again is the same station after a restart. */
export function launchStation({ profile, hub, windows, args = [] }: StationLaunch): Promise<ElectronApplication> {
  // Playwright holds the app back until it is attached only where it finds Electron by the package, and that looks here.
  const folder = electronFolder()
  if (folder === undefined) throw new Error('no Electron runtime is installed')
  process.env['ELECTRON_OVERRIDE_DIST_PATH'] = folder
  return _electron.launch({
    args: [...electronSwitches(), root, `--user-data-dir=${profile}`, ...args],
    cwd: root,
    env: stationEnv({ hub, windows }),
  })
}

/** Until its process is gone a station holds its profile, and a new start would only bring it forward. */
export async function closeStation(app: ElectronApplication): Promise<void> {
  const gone = once(app.process(), 'exit')
  await app.close()
  await gone
}

export type StationLaunch = {
  profile: string
  /** Given as FENGQIAO_HUB; left out, the station knows the hub it kept, or none. */
  hub?: string | undefined
  windows?: string | undefined
  args?: readonly string[]
}

/** Why no Electron story can run here, or undefined when it can. */
export function whyNoElectron(): string | undefined {
  if (electronFile() === undefined) return 'no Electron runtime is installed'
  if (!existsSync(join(root, 'out/main/index.js')) || !existsSync(join(root, 'out/renderer/index.html')))
    return 'the app is not built: npm run build'
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  return process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY ? 'no display (Xvfb does)' : undefined
}

export function electronFile(): string | undefined {
  const folder = electronFolder()
  return folder === undefined ? undefined : join(folder, executableName)
}

function electronFolder(): string | undefined {
  const { ELECTRON_OVERRIDE_DIST_PATH: chosen } = process.env
  const folders = chosen ? [chosen] : [join(root, 'node_modules/electron/dist'), join(root, '.cache/electron')]
  return folders.find((folder) => existsSync(join(folder, executableName)))
}

/** A machine for tests has no graphics card, and Chromium's sandbox refuses to run as root. */
export function electronSwitches(): string[] {
  return [
    '--use-gl=angle',
    '--use-angle=swiftshader',
    '--enable-unsafe-swiftshader',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

/** The environment of the tests without what would change the station, and with what the test asks for. */
export function stationEnv({ hub, windows }: Pick<StationLaunch, 'hub' | 'windows'>): Record<string, string> {
  const own = { ...process.env, FENGQIAO_HUB: hub, FENGQIAO_WINDOWS: windows, ELECTRON_RUN_AS_NODE: undefined }
  return Object.fromEntries(Object.entries(own).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** A folder for one station's data, and the way to be rid of it. */
export function freshProfile(): { profile: string; remove: () => void } {
  const profile = mkdtempSync(join(tmpdir(), 'fengqiao-station-'))
  return { profile, remove: () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }) }
}

export const root = resolve(import.meta.dirname, '../..')

const executableName =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform as string] ?? 'electron'
