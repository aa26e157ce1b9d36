import type { MenuItemConstructorOptions } from 'electron'

/**
 * The keys the system knows: copy and paste, zoom, full screen. The bar itself is shown on macOS only, where the system puts its own
 * words on it; elsewhere the menu carries keys and nothing to read.
 */
export function stationMenu({
  packaged,
  platform,
}: {
  packaged: boolean
  platform: string
}): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
    ...(packaged ? [] : ([{ role: 'reload' }, { role: 'toggleDevTools' }] as const)),
  ]
  return [
    ...(platform === 'darwin' ? ([{ role: 'appMenu' }] as const) : []),
    { role: 'editMenu' },
    { role: 'viewMenu', submenu: view },
    { role: 'windowMenu' },
  ]
}
