import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { ElectronApplication } from '@playwright/test'
import {
  closeStation,
  electronFile,
  electronSwitches,
  freshProfile,
  launchStation,
  root,
  stationEnv,
  whyNoElectron,
} from '../support/electron-app.ts'
import { startHubProcess } from '../support/hub-process.ts'
import type { HubProcess } from '../support/hub-process.ts'

const missing = whyNoElectron()
test.skip(missing !== undefined, missing ?? '')

let folder: string
let office: HubProcess
let hub: string
let profile: string
let remove: () => void
const running = new Set<ElectronApplication>()

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-shell-'))
  office = await startHubProcess(folder)
  hub = office.url
})

test.afterAll(async () => {
  await office.end()
  rmSync(folder, { recursive: true, force: true })
})

test.beforeEach(() => {
  ;({ profile, remove } = freshProfile())
})

test.afterEach(async () => {
  for (const app of running) await closeStation(app)
  running.clear()
  remove()
})

async function start(more: { hub?: string; windows?: string; args?: string[] } = {}) {
  const app = await launchStation({ profile, ...more })
  running.add(app)
  const page = await app.firstWindow()
  await page.waitForURL('app://centre/**')
  return { app, page }
}

async function stop(app: ElectronApplication) {
  running.delete(app)
  await closeStation(app)
}

test('the page lives in its own origin, without Node and with the reviewed bridge only', async () => {
  const { page } = await start({ hub })
  expect(await page.evaluate(() => [location.origin, isSecureContext])).toEqual(['app://centre', true])
  const globals = ['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer']
  expect(await page.evaluate((names) => names.filter((name) => name in window), globals)).toEqual([])
  const bridge = ['chooseHub', 'hub', 'info', 'openDesk', 'openWall']
  expect(await page.evaluate(() => Object.keys(window.station ?? {}).sort())).toEqual(bridge)
  expect(await page.evaluate(() => window.station?.hub())).toEqual({ url: hub, fixed: true })
  expect(await page.evaluate(() => window.station?.info())).toMatchObject({ windowKind: 'desk', notices: [] })
})

test('the page breaks no rule of its own policy, and what breaks one does nothing', async () => {
  const { page } = await start({ hub })
  const broken: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) broken.push(message.text())
  })
  await page.reload()
  await expect(page.locator('#root > *').first()).toBeVisible()
  expect(broken).toEqual([])

  const attempts = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.injected = true'
    document.body.append(script)
    const picture = new Image()
    const pictureFails = new Promise((done) => {
      picture.onerror = () => done('stopped')
      picture.onload = () => done('loaded')
    })
    picture.src = 'http://127.0.0.1:9/a.png'
    const frame = document.createElement('iframe')
    frame.src = 'https://evil.example/'
    document.body.append(frame, document.createElement('webview'))
    const fetched = await fetch('http://localhost:9/').then(
      () => 'loaded',
      () => 'stopped',
    )
    return { injected: 'injected' in window, picture: await pictureFails, fetched }
  })
  expect(attempts).toEqual({ injected: false, picture: 'stopped', fetched: 'stopped' })
  await expect
    .poll(() => broken.map((line) => /"([a-z-]+) /.exec(line)?.[1]).sort())
    .toEqual(expect.arrayContaining(['connect-src', 'default-src', 'img-src', 'script-src']))
})

test('no file outside the app is read through its scheme', async () => {
  const { page } = await start({ hub })
  const statuses = await page.evaluate(
    (paths) => Promise.all(paths.map(async (path) => (await fetch(path)).status)),
    [
      'app://centre/index.html',
      'app://centre/..%2f..%2fetc/passwd',
      'app://centre/..%2fmain/index.js',
      'app://centre/%2e%2e%2f%2e%2e%2fpackage.json',
      'app://centre/%2fetc%2fpasswd',
      'app://centre/index.html%00',
      'app://centre/assets',
    ],
  )
  expect(statuses).toEqual([200, 404, 404, 404, 404, 404, 404])
  const elsewhere = await page.evaluate(() =>
    fetch('app://other/index.html').then(
      () => 'read',
      () => 'refused',
    ),
  )
  expect(elsewhere).toBe('refused')
})

test('every permission is denied, and the page is told at once', async () => {
  const { page } = await start({ hub })
  const answers = await page.evaluate(async () => {
    const word = (asked: Promise<unknown>) =>
      asked.then(
        () => 'granted',
        () => 'denied',
      )
    const states = await Promise.all(
      ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(async (name) => {
        const { state } = await navigator.permissions.query({ name: name as PermissionName })
        return `${name} ${state}`
      }),
    )
    return {
      states,
      notifications: await Notification.requestPermission(),
      camera: await word(navigator.mediaDevices.getUserMedia({ video: true })),
      screen: await word(navigator.mediaDevices.getDisplayMedia({ video: true })),
      clipboard: await word(navigator.clipboard.readText()),
      place: await word(new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, fail))),
    }
  })
  expect(answers).toEqual({
    states: ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map(
      (name) => `${name} denied`,
    ),
    notifications: 'denied',
    camera: 'denied',
    screen: 'denied',
    clipboard: 'denied',
    place: 'denied',
  })
})

test('the page cannot be led away, and opens nothing', async () => {
  const { app, page } = await start({ hub })
  const before = page.url()
  await page.evaluate(() => Object.assign(window, { stillHere: true }))
  for (const target of ['https://app.centre.evil/', 'app://centre.evil/', 'file:///etc/passwd', hub]) {
    await page.evaluate((url) => {
      location.href = url
    }, target)
  }
  for (const target of ['', '_blank', '_top']) {
    await page.evaluate((where) => {
      const link = document.createElement('a')
      Object.assign(link, { href: 'https://evil.example/', target: where, textContent: 'x' })
      document.body.append(link)
      link.click()
      link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }))
    }, target)
  }
  expect(await page.evaluate(() => window.open('app://centre/index.html'))).toBeNull()
  expect(await page.evaluate(() => window.open('https://evil.example/'))).toBeNull()
  expect(await page.evaluate(() => 'stillHere' in window)).toBe(true)
  expect(page.url()).toBe(before)
  expect(app.windows()).toHaveLength(1)

  await page.evaluate(() => setTimeout(() => location.assign('about:blank')))
  await expect.poll(() => page.evaluate(() => 'stillHere' in window).catch(() => true)).toBe(false)
  await expect.poll(() => page.url()).toBe(before)
})

test('a page that calls without end is held back, and the station works on', async () => {
  const { page } = await start({ hub })
  const refused = await page.evaluate(async () => {
    const ask = async () => window.station?.openDesk()
    const answers = await Promise.all(Array.from({ length: 10_000 }, ask))
    return answers.filter((answer) => answer?.ok === false && answer.problem.code === 'rate.limited').length
  })
  expect(refused).toBeGreaterThan(9_800)
  await expect.poll(() => page.evaluate(() => window.station?.openDesk())).toEqual({ ok: true, value: null })
})

test('arguments that are no address are a typed answer', async () => {
  const { page } = await start()
  const answers = await page.evaluate(async () => {
    type Choose = (url: unknown) => Promise<{ problem?: { code: string } }>
    const { chooseHub: choose } = window.station as unknown as { chooseHub: Choose }
    const hostile = ['', 7, null, undefined, { url: 'x' }, ['x'], 'x'.repeat(10_000_000), 'https://hub.example/path']
    return (await Promise.all(hostile.map(choose))).map(({ problem }) => problem?.code)
  })
  expect(answers).toEqual([...Array<string>(6).fill('input.invalid'), 'input.tooLarge', 'hub.notUrl'])
})

test('a wall window does not reach what belongs to the desk', async () => {
  const { app } = await start({ hub, windows: 'desk,wall' })
  await expect.poll(() => app.windows().length).toBe(2)
  const wall = app.windows().find((window) => window.url().includes('window=wall'))
  expect(await wall?.evaluate(() => window.station?.info())).toMatchObject({ windowKind: 'wall' })
  expect(await wall?.evaluate((url) => window.station?.chooseHub(url), hub)).toMatchObject({
    ok: false,
    problem: { code: 'ipc.wrongWindow' },
  })
})

test('a new station asks for its hub, refuses what is none, and knows it ever after', async () => {
  const { app, page } = await start()
  await expect(page.getByLabel('枢纽地址')).toBeFocused()
  const said = page.getByRole('alert')
  const reasons = [
    ['', '未填'],
    ['http://10.1.1.1', '须用 https'],
    [`${hub}/r/`, '不是枢纽的地址'],
    ['127.0.0.1:9', '没有回答'],
  ] as const
  for (const [typed, reason] of reasons) {
    await page.keyboard.press('Control+A')
    await page.keyboard.press('Delete')
    await page.keyboard.type(typed)
    await page.keyboard.press('Enter')
    await expect(said).toContainText(reason)
    await expect(page.getByLabel('枢纽地址')).toBeFocused()
  }
  await page.keyboard.press('Control+A')
  await page.keyboard.type(hub.replace('http://', ''))
  await page.keyboard.press('Enter')
  await expect(page.getByText('枢纽已连接')).toBeVisible()
  await stop(app)

  const again = await start()
  await expect(again.page.getByText('枢纽已连接')).toBeVisible()
  expect(await again.page.evaluate(() => window.station?.hub())).toEqual({ url: hub, fixed: false })

  await again.page.getByRole('link', { name: '更换枢纽' }).press('Enter')
  await expect(again.page.getByLabel('枢纽地址')).toHaveValue(hub)
  await again.page.keyboard.press('Escape')
  await expect(again.page.getByText('枢纽已连接')).toBeVisible()
})

test('a station whose setting cannot be read says so, keeps the file and asks again', async () => {
  writeFileSync(join(profile, 'station.json'), '{"version":1,"hubUrl":')
  const { page } = await start()
  await expect(page.getByText('本机设置文件读不出')).toBeVisible()
  await expect(page.getByLabel('枢纽地址')).toBeFocused()
  expect(readFileSync(join(profile, 'station.json.unreadable'), 'utf8')).toBe('{"version":1,"hubUrl":')
})

test('a station that is a wall alone asks for its hub once, then is a wall and nothing else', async () => {
  const { app, page } = await start({ args: ['--wall'] })
  await expect(page.getByLabel('枢纽地址')).toBeFocused()
  await page.keyboard.type(hub)
  await page.keyboard.press('Enter')
  await expect
    .poll(() => app.windows().map((window) => new URL(window.url()).searchParams.get('window')))
    .toEqual(['wall'])
})

test('a second start brings the first station forward and ends', async () => {
  const { app } = await start({ hub })
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide())
  const second = spawn(electronFile() ?? '', [...electronSwitches(), root, `--user-data-dir=${profile}`], {
    env: stationEnv({ hub, windows: undefined }),
    stdio: 'ignore',
  })
  const [code] = (await once(second, 'exit')) as [number]
  expect(code).toBe(0)
  const seen = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isVisible()))
  await expect.poll(seen).toEqual([true])
})

test('a window opens where it stood, and one that stood nowhere opens on the display', async () => {
  const place = { x: 140, y: 90, width: 1200, height: 800 }
  const first = await start({ hub })
  await shown(first.app)
  await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
  await stop(first.app)

  const second = await start({ hub })
  await shown(second.app)
  expect(await boundsOf(second.app)).toEqual(place)
  await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setBounds({ x: 9_000, y: 9_000 }))
  await stop(second.app)

  const third = await start({ hub })
  await shown(third.app)
  const area = await third.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea)
  const { x, y, width, height } = await boundsOf(third.app)
  expect({ width, height }).toEqual({ width: 1200, height: 800 })
  expect(x >= area.x && y >= area.y && x + width <= area.x + area.width && y + height <= area.y + area.height).toBe(
    true,
  )
})

test('a page that crashed is back within five seconds', async () => {
  const { app } = await start({ hub })
  const picture = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents
      return { process: contents?.getOSProcessId() ?? 0, title: contents?.getTitle() }
    })
  const before = await picture()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer())
  await expect
    .poll(
      async () => {
        const now = await picture()
        return now.process !== 0 && now.process !== before.process && now.title === before.title
      },
      { timeout: 5_000 },
    )
    .toBe(true)
})

test('a wrong start ends at once and names every mistake', async () => {
  const wrong = spawn(electronFile() ?? '', [...electronSwitches(), root, `--user-data-dir=${profile}`], {
    env: stationEnv({ hub: 'http://hub.example', windows: 'tv' }),
  })
  let said = ''
  wrong.stderr.on('data', (part: Buffer) => {
    said += part.toString()
  })
  const [code] = (await once(wrong, 'exit')) as [number]
  expect(code).toBe(2)
  expect(said).toContain('FENGQIAO_WINDOWS: expected desk, wall or desk,wall, got "tv"')
  expect(said).toContain('FENGQIAO_HUB: plain http is for this machine only, use https: "http://hub.example"')
})

/** Until a window is seen, its place is not settled. */
async function shown(app: ElectronApplication) {
  await expect.poll(() => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible())).toBe(true)
}

async function boundsOf(app: ElectronApplication) {
  const bounds = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  return bounds ?? { x: 0, y: 0, width: 0, height: 0 }
}
