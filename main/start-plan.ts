import type { WindowKind } from '../preload/station-api.ts'
import { readHubAddress } from './hub-address.ts'

/**
 * What the command line and the environment ask of this start. `--wall` opens the wall alone; else FENGQIAO_WINDOWS names the windows
 * (`desk`, `wall` or both, by comma). FENGQIAO_HUB is the hub's address and wins over the kept one. Every mistake is named at once.
 */
export function startPlan(args: readonly string[], env: Readonly<Record<string, string | undefined>>): StartPlan {
  const problems: string[] = []
  const wallOnly = args.includes('--wall')
  const windows = wallOnly ? (['wall'] as const) : windowsOf(env['FENGQIAO_WINDOWS'], problems)
  return { windows, wallOnly, hubUrl: hubOf(env['FENGQIAO_HUB'], problems), problems }
}

export type StartPlan = { windows: readonly WindowKind[]; wallOnly: boolean; hubUrl: string | null; problems: string[] }

function windowsOf(given: string | undefined, problems: string[]): readonly WindowKind[] {
  if (given === undefined || given === '') return ['desk']
  const names = given.split(',').map((name) => name.trim())
  if (names.every(isWindowKind)) return [...new Set(names)]
  problems.push(`FENGQIAO_WINDOWS: expected desk, wall or desk,wall, got "${given}"`)
  return ['desk']
}

function isWindowKind(name: string): name is WindowKind {
  return name === 'desk' || name === 'wall'
}

function hubOf(given: string | undefined, problems: string[]): string | null {
  if (given === undefined || given === '') return null
  const read = readHubAddress(given)
  if (read.ok) return read.url
  const reason =
    read.code === 'hub.insecure' ? 'plain http is for this machine only, use https' : 'not the address of a hub'
  problems.push(`FENGQIAO_HUB: ${reason}: "${given}"`)
  return null
}

/** Switches that open a shipped app to whoever can start it. In development and in tests they are needed. */
export function refusedSwitches(packaged: boolean, hasSwitch: (name: string) => boolean): string[] {
  return packaged ? dangerousSwitches.filter(hasSwitch) : []
}

const dangerousSwitches = [
  'no-sandbox',
  'disable-web-security',
  'ignore-certificate-errors',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'remote-debugging-port',
  'remote-debugging-pipe',
  'js-flags',
  'load-extension',
]
