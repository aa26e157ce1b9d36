import { BrowserWindow, screen } from 'electron'
import type { WindowKind } from '../preload/station-api.ts'
import { keepWindowState } from './keep-window-state.ts'
import { pageAddress } from './own-page.ts'
import type { Screen } from './own-page.ts'
import type { Report } from './report.ts'
import { loadPage, superviseWindow } from './supervise-window.ts'
import { firstSize, windowOptions } from './window-options.ts'
import { moveAfterChange, placementOf } from './window-state.ts'
import type { openWindowStates } from './window-state.ts'

/** The windows of this station: at most one desk and one wall. */
export function openWindows(setup: WindowSetup) {
  const opened = new Map<WindowKind, BrowserWindow>()
  const away = new Set<WindowKind>()
  let turn = 0

  const show = (kind: WindowKind): void => {
    const window = opened.get(kind)
    if (window === undefined) make(kind)
    else bringForward(window)
  }

  const make = (kind: WindowKind): void => {
    const window = makeWindow(kind, setup)
    keepWindowState(window, (state) => {
      if (!away.has(kind)) setup.states.keep(kind, state)
    })
    const { id } = window.webContents
    opened.set(kind, window)
    window.on('closed', () => {
      opened.delete(kind)
      away.delete(kind)
      setup.onClosed(kind, id)
    })
    superviseWindow(window, kind, { address: () => addressOf(kind), report: setup.report })
    setup.onOpened(kind)
    load(kind)
  }

  const addressOf = (kind: WindowKind): string => pageAddress(kind, setup.screenOf(kind), turn)

  const load = (kind: WindowKind): void => {
    const window = opened.get(kind)
    if (window !== undefined) loadPage(window, addressOf(kind), setup.report)
  }

  return {
    show,
    close: (kind: WindowKind) => opened.get(kind)?.close(),
    /** The desk where it is open, else whatever is. */
    focusFirst(): void {
      const first = opened.get('desk') ?? opened.get('wall')
      if (first !== undefined) bringForward(first)
    },
    kindOf: (sender: number): WindowKind | undefined =>
      [...opened].find(([, window]) => window.webContents.id === sender)?.[0],
    isOpen: (kind: WindowKind): boolean => opened.has(kind),
    /** After the hub changed: every page is loaded anew, with the content policy of the new hub. */
    reloadAll(): void {
      turn += 1
      for (const kind of opened.keys()) load(kind)
    },
    /** After the displays changed. What a window does away from its place is not kept as its place. */
    rehome(): void {
      for (const [kind, window] of opened) {
        const move = moveAfterChange(window.getBounds(), setup.states.of(kind), displaysFor(kind), away.has(kind))
        if (move === null) continue
        if (move.away) away.add(kind)
        else away.delete(kind)
        window.setBounds(move.bounds)
      }
    },
  }
}

export type WindowSetup = {
  preload: string
  packaged: boolean
  states: ReturnType<typeof openWindowStates>
  /** The wall takes its display whole, however it stood before. */
  wallOnly: boolean
  screenOf(kind: WindowKind): Screen
  onOpened(kind: WindowKind): void
  onClosed(kind: WindowKind, sender: number): void
  report: Report
}

function makeWindow(kind: WindowKind, { preload, packaged, states, wallOnly }: WindowSetup): BrowserWindow {
  const kept = states.of(kind)
  const displays = displaysFor(kind)
  const place = placementOf(kept, displays, firstSize[kind])
  const window = new BrowserWindow(windowOptions(kind, { bounds: place.bounds, preload, packaged }))
  const ownDisplay = kept === undefined && kind === 'wall' && displays.length > 1
  window.once('ready-to-show', () => {
    if (place.maximized) window.maximize()
    if (kind === 'desk' || wallOnly) window.show()
    else window.showInactive()
    if (place.fullScreen || (kind === 'wall' && (wallOnly || ownDisplay))) window.setFullScreen(true)
  })
  window.setMenuBarVisibility(false)
  return window
}

/** A wall goes to a display that is not the first one, where there is one: the first is where the officer sits. */
function displaysFor(kind: WindowKind) {
  const first = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().filter(({ id }) => id !== first.id)
  return kind === 'wall' ? [...others, first] : [first, ...others]
}

function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
