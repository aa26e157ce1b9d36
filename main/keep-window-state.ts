import type { BrowserWindow } from 'electron'
import type { WindowState } from './window-state.ts'

/** Tells where the window stands, half a second after it came to rest and once more when it closes. */
export function keepWindowState(window: BrowserWindow, keep: (state: WindowState) => void): void {
  let timer: NodeJS.Timeout | undefined
  const keepNow = () => {
    clearTimeout(timer)
    keep({ bounds: window.getNormalBounds(), maximized: window.isMaximized(), fullScreen: window.isFullScreen() })
  }
  const keepSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(keepNow, SETTLE_MS)
  }
  window.on('resize', keepSoon)
  window.on('move', keepSoon)
  window.on('maximize', keepSoon)
  window.on('unmaximize', keepSoon)
  window.on('enter-full-screen', keepSoon)
  window.on('leave-full-screen', keepSoon)
  window.on('close', keepNow)
  window.on('closed', () => clearTimeout(timer))
}

const SETTLE_MS = 500
