import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron'
import type { WindowKind } from '../preload/station-api.ts'
import type { Bounds } from './window-state.ts'

/** Every window of the station is made from these options, and only from these. */
export function windowOptions(kind: WindowKind, from: { bounds: Bounds; preload: string; packaged: boolean }) {
  return {
    ...from.bounds,
    ...looks[kind],
    title: '枫桥指挥台 Fengqiao',
    show: false,
    webPreferences: { ...hardened, preload: from.preload, devTools: !from.packaged },
  } satisfies BrowserWindowConstructorOptions
}

/** Most are Electron's defaults. They are written out so that a change of a default, or of ours, shows in the contract test. */
const hardened = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Words of residents would go to a speller's server.
  spellcheck: false,
  // A countdown and an alert's sound must run on behind another window.
  backgroundThrottling: false,
} satisfies WebPreferences

/** The grounds of the design tokens, so that nothing flashes before the first picture. */
const looks = {
  desk: { minWidth: 1024, minHeight: 640, backgroundColor: '#F6F7F8' },
  wall: { minWidth: 640, minHeight: 360, backgroundColor: '#0B1014' },
} satisfies Record<WindowKind, BrowserWindowConstructorOptions>

/** What a window has when it opens for the first time. */
export const firstSize = { desk: { width: 1440, height: 900 }, wall: { width: 1280, height: 720 } } as const
