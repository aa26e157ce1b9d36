import type { HubAddress, StationAnswer } from '../../preload/station-api.ts'

/** Where the hub answers: the page's own origin in a browser, the station's choice in the app. `null` before one was chosen. */
export async function hubAddress(): Promise<string | null> {
  if (window.station === undefined) return window.location.origin
  const chosen = await window.station.hub()
  return chosen?.url ?? null
}

/** Whether the hub can be changed on this screen: only in the app, and not when the start command fixed it. */
export async function canChangeHub(): Promise<boolean> {
  if (window.station === undefined) return false
  const chosen = await window.station.hub()
  return chosen === null || !chosen.fixed
}

/** Where the station's hub is chosen or changed; a page of the app that needs neither a hub nor a session. */
export const chooseHubHash = '#/choose-hub'

/** Asks the station to belong to another hub; every window then reloads by itself. `null` in a browser, which has no choice. */
export async function changeHub(url: string): Promise<StationAnswer<HubAddress> | null> {
  if (window.station === undefined) return null
  return window.station.chooseHub(url)
}
