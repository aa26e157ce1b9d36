import type { EventEmitter } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

/**
 * What this app asks of Electron, held against what was reviewed: every option, handler, answer and bridge key. Electron is played here
 * and only here, because the subject is what we hand to it; that it keeps its word is shown by test/e2e/electron-shell.spec.ts.
 */
type Listener = (...args: unknown[]) => unknown
type Contents = EventEmitter & { id: number }

const record = vi.hoisted(() => ({
  calls: [] as { name: string; args: unknown[] }[],
  windows: [] as { options: Record<string, unknown>; contents: Contents; events: EventEmitter; loaded: string[] }[],
  profile: '',
  app: null as EventEmitter | null,
  session: null as EventEmitter | null,
  screen: null as EventEmitter | null,
}))

vi.mock('electron', async () => {
  const { EventEmitter: Emitter } = await import('node:events')

  /** An emitter whose further methods are written down with their arguments. */
  function played<T extends object>(name: string, own: T): EventEmitter & T {
    return new Proxy(Object.assign(new Emitter(), own), {
      get(target, key, receiver) {
        if (key in target || typeof key === 'symbol' || key === 'then')
          return Reflect.get(target, key, receiver) as unknown
        return (...args: unknown[]) => void record.calls.push({ name: `${name}.${key}`, args })
      },
    })
  }

  const app = played('app', {
    isPackaged: false,
    commandLine: { hasSwitch: () => false, getSwitchValue: () => '' },
    requestSingleInstanceLock: () => true,
    whenReady: () => Promise.resolve(),
    getPath: () => record.profile,
    getVersion: () => '1.2.3',
  })
  const defaultSession = played('session', { webRequest: played('webRequest', {}) })
  const screen = played('screen', {
    getPrimaryDisplay: () => display,
    getAllDisplays: () => [display],
  })
  const area = { x: 0, y: 0, width: 1920, height: 1080 }
  const display = { id: 1, bounds: area, workArea: area }
  Object.assign(record, { app, session: defaultSession, screen })

  class BrowserWindow extends Emitter {
    webContents = played('contents', { id: record.windows.length + 1, getURL: () => 'app://centre/' })
    loaded: string[] = []
    constructor(options: Record<string, unknown>) {
      super()
      record.windows.push({ options, contents: this.webContents, events: this, loaded: this.loaded })
      app.emit('web-contents-created', {}, this.webContents)
    }
    loadURL(address: string) {
      this.loaded.push(address)
      return Promise.resolve()
    }
    isDestroyed() {
      return false
    }
    setMenuBarVisibility(visible: boolean) {
      record.calls.push({ name: 'window.setMenuBarVisibility', args: [visible] })
    }
  }

  return {
    app,
    BrowserWindow,
    screen,
    session: { defaultSession, fromPartition: () => ({}) },
    protocol: played('protocol', {}),
    ipcMain: played('ipcMain', {}),
    ipcRenderer: played('ipcRenderer', {}),
    contextBridge: played('contextBridge', {}),
    powerSaveBlocker: played('powerSaveBlocker', {}),
    Menu: played('Menu', { buildFromTemplate: (template: unknown) => template }),
  }
})

beforeAll(async () => {
  record.profile = mkdtempSync(join(tmpdir(), 'fengqiao-contract-'))
  vi.stubEnv('FENGQIAO_HUB', 'http://127.0.0.1:4180')
  vi.stubEnv('FENGQIAO_WINDOWS', 'desk,wall')
  await import('./index.ts')
  await import('../preload/index.ts')
  await vi.waitFor(() => expect(record.windows).toHaveLength(2))
})

afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(record.profile, { recursive: true, force: true })
})

test('a start asks of Electron exactly this, the sandbox and the scheme before anything else', () => {
  const names = record.calls.map(({ name }) => name)
  expect(names.slice(0, 2)).toEqual(['protocol.registerSchemesAsPrivileged', 'app.enableSandbox'])
  expect([...new Set(names)].sort()).toEqual([
    'Menu.setApplicationMenu',
    'app.enableSandbox',
    'contents.setWindowOpenHandler',
    'contextBridge.exposeInMainWorld',
    'ipcMain.handle',
    'powerSaveBlocker.start',
    'protocol.handle',
    'protocol.registerSchemesAsPrivileged',
    'session.setBluetoothPairingHandler',
    'session.setDevicePermissionHandler',
    'session.setDisplayMediaRequestHandler',
    'session.setPermissionCheckHandler',
    'session.setPermissionRequestHandler',
    'session.setSpellCheckerEnabled',
    'session.setUSBProtectedClassesHandler',
    'webRequest.onBeforeRequest',
    'window.setMenuBarVisibility',
  ])
})

test('the scheme is a secure standard one and bypasses nothing', () => {
  expect(argumentsOf('protocol.registerSchemesAsPrivileged')).toEqual([
    [{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }],
  ])
  expect(argumentsOf('protocol.handle')[0]).toBe('app')
})

test('every window is made with the same hardened preferences', () => {
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
    spellcheck: false,
    backgroundThrottling: false,
    devTools: true,
    preload: expect.stringMatching(/preload[\\/]index\.cjs$/) as string,
  }
  const shared = { title: '枫桥指挥台 Fengqiao', show: false, webPreferences: hardened }
  expect(record.windows.map(({ options }) => options)).toEqual([
    { x: 240, y: 90, width: 1440, height: 900, minWidth: 1024, minHeight: 640, backgroundColor: '#F6F7F8', ...shared },
    { x: 320, y: 180, width: 1280, height: 720, minWidth: 640, minHeight: 360, backgroundColor: '#0B1014', ...shared },
  ])
  expect(record.windows.map(({ loaded }) => loaded)).toEqual([
    ['app://centre/index.html?window=desk&turn=0#/'],
    ['app://centre/index.html?window=wall&turn=0#/wall'],
  ])
})

test('a shipped window has no developer tools', async () => {
  const { windowOptions } = await import('./window-options.ts')
  const from = { bounds: { x: 0, y: 0, width: 800, height: 600 }, preload: 'p', packaged: true }
  expect(windowOptions('desk', from).webPreferences.devTools).toBe(false)
})

test('the bridge has the reviewed keys, and each sends plain data on its own channel', async () => {
  const [name, api] = argumentsOf('contextBridge.exposeInMainWorld') as [string, Record<string, Listener>]
  expect(name).toBe('station')
  expect(Object.keys(api).sort()).toEqual(['chooseHub', 'hub', 'info', 'openDesk', 'openWall'])

  const sent = record.calls.length
  for (const [key, use] of Object.entries(api)) await Promise.resolve(use(key)).catch(() => undefined)
  expect(record.calls.slice(sent).map(({ name: call, args }) => [call, ...args])).toEqual([
    ['ipcRenderer.invoke', 'station:hub', {}],
    ['ipcRenderer.invoke', 'station:chooseHub', { url: 'chooseHub' }],
    ['ipcRenderer.invoke', 'station:openWall', {}],
    ['ipcRenderer.invoke', 'station:openDesk', {}],
    ['ipcRenderer.invoke', 'station:info', {}],
  ])
})

test('the main process answers on those channels and no other, and turns away who is not ours', async () => {
  const doors = new Map(callsOf('ipcMain.handle').map(({ args }) => args as [string, Listener]))
  expect([...doors.keys()].sort()).toEqual([
    'station:chooseHub',
    'station:hub',
    'station:info',
    'station:openDesk',
    'station:openWall',
  ])
  const ask = (senderFrame: unknown, sender = 1) =>
    doors.get('station:hub')?.({ sender: { id: sender }, senderFrame }, {})
  const top = { url: 'app://centre/', origin: 'app://centre', parent: null }
  const destroyed = new Proxy(
    {},
    {
      get: () => {
        throw new Error('Render frame was disposed')
      },
    },
  )
  expect(await ask(top)).toEqual({ ok: true, value: { url: 'http://127.0.0.1:4180', fixed: true } })
  for (const frame of [null, destroyed, { ...top, parent: top }, { ...top, url: 'about:blank' }])
    expect(await ask(frame)).toMatchObject({ ok: false, problem: { code: 'ipc.notOurPage' } })
  expect(await ask(top, 99)).toMatchObject({ ok: false, problem: { code: 'ipc.notOurPage' } })
})

test('every permission is denied, asked for or checked, but reaching the hub in the local network from our own page', () => {
  const names =
    'ar automatic-fullscreen background-fetch background-sync captured-surface-control clipboard-read clipboard-sanitized-write deprecated-sync-clipboard-read display-capture fileSystem fullscreen geolocation geolocation-approximate hand-tracking hid idle-detection keyboardLock local-fonts media mediaKeySystem midi midiSysex nfc notifications openExternal payment-handler periodic-background-sync persistent-storage pointerLock screen-wake-lock sensors serial smart-card speaker-selection storage-access system-wake-lock top-level-storage-access usb vr web-app-installation web-printing window-management unknown'
  const request = handlerOf('session.setPermissionRequestHandler')
  const check = handlerOf('session.setPermissionCheckHandler')
  const answers = (permission: string, url = 'app://centre/index.html') => {
    const asked = vi.fn()
    request({ getURL: () => url }, permission, asked, { requestingUrl: url })
    return [
      ...(asked.mock.calls[0] as unknown[]),
      check(null, permission, url, { requestingUrl: url, isMainFrame: true }),
    ]
  }
  for (const name of names.split(' ')) expect(answers(name), name).toEqual([false, false])
  for (const name of ['local-network-access', 'local-network', 'loopback-network']) {
    expect(answers(name), name).toEqual([true, true])
    expect(answers(name, 'https://evil.example/'), name).toEqual([false, false])
  }
})

test('no device is handed out and no screen is shared', () => {
  expect(
    handlerOf('session.setDevicePermissionHandler')({ deviceType: 'hid', device: {}, origin: 'app://centre' }),
  ).toBe(false)
  const classes = ['audio', 'hid']
  expect(handlerOf('session.setUSBProtectedClassesHandler')({ protectedClasses: classes })).toEqual(classes)
  expect(answerOf(handlerOf('session.setBluetoothPairingHandler'), {})).toEqual([{ confirmed: false }])
  expect(answerOf(handlerOf('session.setDisplayMediaRequestHandler'), {})).toEqual([null])
  expect(argumentsOf('session.setSpellCheckerEnabled')).toEqual([false])
  expect(record.session?.eventNames().sort()).toEqual([
    'select-hid-device',
    'select-serial-port',
    'select-usb-device',
    'will-download',
  ])
  expect(prevented(record.session, 'select-hid-device', {}, {}, vi.fn())).toBe(true)
  expect(prevented(record.session, 'select-serial-port', {}, [], {}, vi.fn())).toBe(true)
  expect(prevented(record.session, 'select-usb-device', {}, {}, vi.fn())).toBe(true)
})

test('the network is our own files and the hub, and a download is what the page made itself', () => {
  const mayLoad = handlerOf('webRequest.onBeforeRequest')
  expect(answerOf(mayLoad, { url: 'http://127.0.0.1:4180/healthz' })).toEqual([{ cancel: false }])
  expect(answerOf(mayLoad, { url: 'app://centre/index.html' })).toEqual([{ cancel: false }])
  expect(answerOf(mayLoad, { url: 'https://tiles.example/1/2/3.png' })).toEqual([{ cancel: true }])
  const stopped = (url: string) => prevented(record.session, 'will-download', {}, { getURL: () => url })
  expect(stopped('blob:app://centre/5a0c')).toBe(false)
  expect(stopped('https://evil.example/a.exe')).toBe(true)
  expect(stopped('blob:https://evil.example/5a0c')).toBe(true)
})

test('no page leaves, opens a window, holds a webview or talks its way past a certificate', () => {
  const { contents } = record.windows[0]!
  for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) {
    for (const url of [
      'https://app.centre.evil/',
      'app://centre.evil/',
      'file:///etc/passwd',
      '\\\\host\\share\\x.html',
      'about:blank',
    ])
      expect(prevented(contents, event, { url }), `${event} ${url}`).toBe(true)
    expect(prevented(contents, event, { url: 'app://centre/index.html' })).toBe(false)
  }
  expect(handlerOf('contents.setWindowOpenHandler')({ url: 'app://centre/index.html' })).toEqual({ action: 'deny' })
  expect(prevented(contents, 'will-attach-webview', {})).toBe(true)
  expect(prevented(contents, 'select-bluetooth-device', {}, [], vi.fn())).toBe(true)

  const trust = vi.fn()
  expect(
    prevented(
      record.app,
      'certificate-error',
      {},
      contents,
      'https://hub.example',
      'net::ERR_CERT_DATE_INVALID',
      {},
      trust,
    ),
  ).toBe(true)
  expect(trust).toHaveBeenCalledExactlyOnceWith(false)
  expect(prevented(record.app, 'select-client-certificate', {}, contents, 'https://hub.example', [], vi.fn())).toBe(
    true,
  )
})

test('these events are followed, and no others', () => {
  const { contents, events } = record.windows[0]!
  expect(record.app?.eventNames().sort()).toEqual([
    'activate',
    'certificate-error',
    'second-instance',
    'select-client-certificate',
    'web-contents-created',
    'window-all-closed',
  ])
  expect(contents.eventNames().sort()).toEqual([
    'did-navigate',
    'render-process-gone',
    'select-bluetooth-device',
    'will-attach-webview',
    'will-frame-navigate',
    'will-navigate',
    'will-redirect',
  ])
  expect(events.eventNames().sort()).toEqual([
    'close',
    'closed',
    'enter-full-screen',
    'leave-full-screen',
    'maximize',
    'move',
    'ready-to-show',
    'resize',
    'unmaximize',
  ])
  expect(record.screen?.eventNames()).toEqual(['display-added', 'display-removed', 'display-metrics-changed'])
})

test('the display stays awake while a wall is open', () => {
  expect(argumentsOf('powerSaveBlocker.start')).toEqual(['prevent-display-sleep'])
})

function callsOf(name: string) {
  return record.calls.filter((call) => call.name === name)
}

function argumentsOf(name: string): unknown[] {
  return callsOf(name)[0]?.args ?? []
}

function handlerOf(name: string): Listener {
  return argumentsOf(name)[0] as Listener
}

function answerOf(handler: Listener, ...args: unknown[]): unknown[] {
  const callback = vi.fn()
  handler(...args, callback)
  return callback.mock.calls[0] as unknown[]
}

/** Whether a listener of the event called preventDefault; `facts` are what the event object itself carries. */
function prevented(source: EventEmitter | null, event: string, facts: object, ...args: unknown[]): boolean {
  const preventDefault = vi.fn()
  source?.emit(event, { ...facts, preventDefault }, ...args)
  return preventDefault.mock.calls.length > 0
}
