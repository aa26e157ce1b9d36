/**
 * What a page may ask of the station it runs in, and the whole of it. Types and channel names only: this file is bundled into the
 * sandboxed preload, so the schemas that check a call stand in `main/`.
 */
export type StationApi = {
  /** The hub this station belongs to, or null before one was chosen. */
  hub(): Promise<HubAddress | null>
  /**
   * Checks that a Fengqiao hub answers at the address, keeps it, and then reloads every window with it. Refused with
   * `hub.notUrl`, `hub.insecure`, `hub.unreachable`, `hub.untrusted`, `hub.notFengqiao` or `hub.fixed`; then nothing changes.
   */
  chooseHub(url: string): Promise<StationAnswer<HubAddress>>
  /** Opens the wall on a second display where there is one, or brings it to the front. */
  openWall(): Promise<StationAnswer<null>>
  /** Opens the workstation window, or brings it to the front. */
  openDesk(): Promise<StationAnswer<null>>
  info(): Promise<StationInfo>
}

export type WindowKind = 'desk' | 'wall'

/** `url` is an origin without a slash at its end. `fixed` when it was given by FENGQIAO_HUB and cannot be changed on the screen. */
export type HubAddress = { url: string; fixed: boolean }

export type StationInfo = {
  version: string
  /** As Node names it: linux, win32, darwin. */
  platform: string
  windowKind: WindowKind
  notices: StationNotice[]
}

/** `settingRebuilt`: the setting file could not be read, was put aside and made anew. `settingNotWritten`: the choice holds until the next start only. */
export type StationNotice = 'settingRebuilt' | 'settingNotWritten'

export type StationProblemCode =
  | 'ipc.unknownChannel'
  | 'ipc.notOurPage'
  | 'ipc.wrongWindow'
  | 'input.invalid'
  | 'input.tooLarge'
  | 'rate.limited'
  | 'station.failed'
  | HubProblemCode

export type HubProblemCode =
  'hub.notUrl' | 'hub.insecure' | 'hub.unreachable' | 'hub.untrusted' | 'hub.notFengqiao' | 'hub.fixed'

/** `detail` is for logs; what a person reads is looked up by `code`. */
export type StationProblem = { code: StationProblemCode; field?: string; detail: string }

export type StationAnswer<T> = { ok: true; value: T } | { ok: false; problem: StationProblem }

export const stationChannels = {
  hub: 'station:hub',
  chooseHub: 'station:chooseHub',
  openWall: 'station:openWall',
  openDesk: 'station:openDesk',
  info: 'station:info',
} as const satisfies Record<keyof StationApi, string>

declare global {
  interface Window {
    /** Present in the Electron app, absent where the hub serves the same page to a browser. */
    readonly station?: StationApi
  }
}
