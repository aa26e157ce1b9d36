import type { BrowserWindow } from 'electron'
import type { WindowKind } from '../preload/station-api.ts'
import { isOwnPage } from './own-page.ts'
import { CALM_MS, reloadPlan } from './reload-plan.ts'
import type { Report } from './report.ts'
import { safePageAddress } from './safe-page.ts'

/**
 * Brings a window back whose page crashed or, on a wall, hangs. A hanging desk is left alone: it may hold words an officer typed and
 * come back by itself.
 */
export function superviseWindow(
  window: BrowserWindow,
  kind: WindowKind,
  { address, report }: { address: () => string; report: Report },
): void {
  const { webContents } = window
  let crashes: number[] = []

  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    const now = performance.now()
    const plan = reloadPlan(crashes, now)
    crashes = [...crashes.filter((at) => now - at < CALM_MS), now]
    report('page.crashed', `${kind}: ${reason}`)
    if (plan.kind === 'safePage') loadPage(window, safePageAddress(kind), report)
    else setTimeout(() => loadPage(window, address(), report), plan.afterMs)
  })

  // Electron asks nobody before a page goes to about:blank. There it reaches nothing, but the window would stay empty.
  webContents.on('did-navigate', (_event, url) => {
    if (isOwnPage(url)) return
    report('page.strayed', url)
    loadPage(window, address(), report)
  })

  if (kind === 'wall') {
    window.on('unresponsive', () => {
      report('page.hangs', kind)
      webContents.forcefullyCrashRenderer()
    })
  }
}

/** A page that was replaced or closed while it loaded is no failure. */
export function loadPage(window: BrowserWindow, address: string, report: Report): void {
  if (window.isDestroyed()) return
  window.loadURL(address).catch((error: unknown) => {
    if (!window.isDestroyed() && !String(error).includes('ERR_ABORTED')) report('page.notLoaded', String(error))
  })
}
