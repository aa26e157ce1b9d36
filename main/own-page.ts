import type { WindowKind } from '../preload/station-api.ts'

/** Whether the address is a page of this app. Compared by its parsed parts: a comparison of beginnings is fooled by `app://centre.evil`. */
export function isOwnPage(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { protocol, host, username, password } = new URL(address)
  return protocol === `${APP_SCHEME}:` && host === APP_HOST && username === '' && password === ''
}

export const APP_SCHEME = 'app'
const APP_HOST = 'centre'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Routes the renderer knows; the hub must be chosen before the two others mean anything. */
export type Screen = WindowKind | 'choose-hub'

const routes: Record<Screen, string> = { desk: '/', wall: '/wall', 'choose-hub': '/choose-hub' }

/**
 * Address of a screen. `turn` rises whenever the hub changes: an address that differs in its hash alone would not be loaded anew,
 * and the content policy of the old hub would stay.
 */
export function pageAddress(kind: WindowKind, screen: Screen, turn: number): string {
  return `${APP_ORIGIN}/index.html?window=${kind}&turn=${turn.toString()}#${routes[screen]}`
}
