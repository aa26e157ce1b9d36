import type { App, Session, WebContents } from 'electron'
import { isOwnPage } from './own-page.ts'
import type { Report } from './report.ts'

/** What no page may do, whatever it runs: our own code with a mistake in it is treated like a hostile one. */
export function guardSession(
  session: Session,
  { hubUrl, report }: { hubUrl: () => string | null; report: Report },
): void {
  session.setPermissionRequestHandler((contents, permission, callback, details) => {
    const granted = mayHave(permission, [contents.getURL(), details.requestingUrl])
    if (!granted) report('permission.denied', permission)
    callback(granted)
  })
  // Not reported: Chromium checks some by itself at every load.
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    mayHave(permission, [origin, details.requestingUrl ?? origin]),
  )
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(({ protectedClasses }) => protectedClasses)
  session.setBluetoothPairingHandler((_details, callback) => {
    callback({ confirmed: false })
  })
  session.setDisplayMediaRequestHandler((_request, callback) => {
    callback(null)
  })
  session.setSpellCheckerEnabled(false)
  guardDevices(session)
  guardNetwork(session, { hubUrl, report })
}

/**
 * Denied, all of them, except the three names under which Chromium 142 and later lets a page reach a private address: the hub stands in
 * the office's own network, and `guardNetwork` and the content policy already leave no other address to reach.
 */
export function mayHave(permission: string, pages: readonly string[]): boolean {
  return reachTheHub.has(permission) && pages.every(isOwnPage)
}

const reachTheHub = new Set(['local-network-access', 'local-network', 'loopback-network'])

/** The app's own files, what a page made itself, and the chosen hub. Developer tools only where they exist at all. */
export function mayLoad(address: string, hubUrl: string | null): boolean {
  if (isOwnPage(address)) return true
  if (!URL.canParse(address)) return false
  const { protocol, origin } = new URL(address)
  if (protocol === 'data:' || protocol === 'devtools:') return true
  if (protocol === 'blob:') return isOwnPage(address.slice('blob:'.length))
  const asHttp = protocol === 'ws:' || protocol === 'wss:' ? origin.replace(/^ws/, 'http') : origin
  return hubUrl !== null && asHttp === hubUrl
}

function guardNetwork(session: Session, { hubUrl, report }: { hubUrl: () => string | null; report: Report }): void {
  session.webRequest.onBeforeRequest(({ url }, callback) => {
    const cancel = !mayLoad(url, hubUrl())
    if (cancel) report('request.stopped', url)
    callback({ cancel })
  })
  session.on('will-download', (event, item) => {
    if (isOwnPage(item.getURL().replace(/^blob:/, ''))) return
    event.preventDefault()
    report('download.stopped', item.getURL())
  })
}

function guardDevices(session: Session): void {
  session.on('select-hid-device', (event, _details, callback) => {
    event.preventDefault()
    callback(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, callback) => {
    event.preventDefault()
    callback('')
  })
  session.on('select-usb-device', (event, _details, callback) => {
    event.preventDefault()
    callback()
  })
}

/** Every page there will ever be, whoever makes it. A page whose certificate is wrong is not loaded, and nobody is asked. */
export function guardApp(app: App, report: Report): void {
  app.on('web-contents-created', (_event, contents) => {
    guardContents(contents, report)
  })
  app.on('certificate-error', (event, _contents, url, error, _certificate, callback) => {
    event.preventDefault()
    report('certificate.refused', `${error} ${url}`)
    callback(false)
  })
  app.on('select-client-certificate', (event, _contents, _url, _list, callback) => {
    event.preventDefault()
    callback()
  })
}

function guardContents(contents: WebContents, report: Report): void {
  const stay = (event: { url: string; preventDefault(): void }) => {
    if (isOwnPage(event.url)) return
    event.preventDefault()
    report('navigation.stopped', event.url)
  }
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.setWindowOpenHandler(({ url }) => {
    report('window.stopped', url)
    return { action: 'deny' }
  })
  contents.on('will-attach-webview', (event) => {
    event.preventDefault()
    report('webview.stopped', contents.getURL())
  })
  contents.on('select-bluetooth-device', (event, _devices, callback) => {
    event.preventDefault()
    callback('')
  })
}
