import { join, resolve } from 'node:path'
import { app, ipcMain, Menu, protocol, screen, session } from 'electron'
import { claimAppScheme, serveApp } from './app-protocol.ts'
import { guardApp, guardSession } from './guards.ts'
import { openHubChoice } from './hub-choice.ts'
import { openStationDoor } from './ipc.ts'
import { openReport } from './report.ts'
import type { Report } from './report.ts'
import { refusedSwitches, startPlan } from './start-plan.ts'
import type { StartPlan } from './start-plan.ts'
import { stationMenu } from './station-menu.ts'
import { openStationSetting } from './station-setting.ts'
import { openWallPower } from './wall-power.ts'
import { openWindowStates } from './window-state.ts'
import { openWindows } from './windows.ts'

const report = openReport((line) => process.stderr.write(`${line}\n`))

claimAppScheme(protocol)
// A shipped app refuses this switch; a test that runs as root cannot do without it.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
useProfile(app.commandLine.getSwitchValue('user-data-dir'))
start(startPlan(process.argv, process.env))

/** One station a profile: a second start brings the first one forward and ends. */
function start(plan: StartPlan): void {
  const switches = refusedSwitches(app.isPackaged, (name) => app.commandLine.hasSwitch(name))
  const problems = [...plan.problems, ...switches.map((name) => `--${name}: refused`)]
  if (problems.length > 0) {
    process.stderr.write(`${problems.join('\n')}\n`)
    app.exit(2)
  } else if (app.requestSingleInstanceLock()) {
    guardApp(app, report)
    app
      .whenReady()
      .then(() => runStation(plan, report))
      .catch((error: unknown) => {
        process.stderr.write(`${String(error)}\n`)
        app.exit(1)
      })
  } else {
    app.quit()
  }
}

/** Electron follows the switch by itself only where nothing that starts the app sets another folder after it. */
function useProfile(folder: string): void {
  if (folder !== '') app.setPath('userData', resolve(folder))
}

function runStation(plan: StartPlan, report: Report): void {
  const profile = app.getPath('userData')
  const setting = openStationSetting(join(profile, 'station.json'))
  const choice = openHubChoice({ given: plan.hubUrl, setting, ask: askOutside() })
  const hubUrl = () => choice.hub()?.url ?? null
  const power = openWallPower()

  guardSession(session.defaultSession, { hubUrl, report })
  serveApp(protocol, { root: join(import.meta.dirname, '../renderer'), hubUrl })
  Menu.setApplicationMenu(Menu.buildFromTemplate(stationMenu({ packaged: app.isPackaged, platform: process.platform })))

  const windows = openWindows({
    preload: join(import.meta.dirname, '../preload/index.cjs'),
    packaged: app.isPackaged,
    states: openWindowStates(join(profile, 'windows.json')),
    wallOnly: plan.wallOnly,
    screenOf: (kind) => (hubUrl() === null ? 'choose-hub' : kind),
    onOpened: (kind) => power.opened(kind),
    onClosed(kind, sender) {
      power.closed(kind)
      door.forget(sender)
    },
    report,
  })

  const door = openStationDoor(
    ipcMain,
    {
      windowKindOf: windows.kindOf,
      hub: choice.hub,
      async chooseHub(url) {
        const answer = await choice.choose(url)
        // The page that asked is about to be loaded anew: its answer goes out first.
        if (answer.ok) setTimeout(() => openAll(windows, plan), 100)
        return answer
      },
      open: windows.show,
      info: (windowKind) => ({
        version: app.getVersion(),
        platform: process.platform,
        windowKind,
        notices: setting.notices(),
      }),
    },
    { now: () => performance.now(), report },
  )

  followSystem(windows, plan)
  if (hubUrl() === null) windows.show('desk')
  else for (const kind of plan.windows) windows.show(kind)
}

type Windows = ReturnType<typeof openWindows>

/** After the hub was chosen or changed. A station that is a wall alone needed its desk window only for the question. */
function openAll(windows: Windows, plan: StartPlan): void {
  windows.reloadAll()
  const onlyAsked = plan.wallOnly && !windows.isOpen('wall')
  for (const kind of plan.windows) if (!windows.isOpen(kind)) windows.show(kind)
  if (onlyAsked) windows.close('desk')
}

function followSystem(windows: Windows, plan: StartPlan): void {
  app.on('second-instance', (_event, args) => {
    if (args.includes('--wall') && windows.isOpen('wall')) windows.show('wall')
    else windows.focusFirst()
  })
  app.on('activate', () => {
    for (const kind of plan.windows) if (!windows.isOpen(kind)) windows.show(kind)
  })
  app.on('window-all-closed', () => app.quit())

  let settling: NodeJS.Timeout | undefined
  const rehome = () => {
    clearTimeout(settling)
    settling = setTimeout(() => windows.rehome(), DISPLAYS_SETTLE_MS)
  }
  screen.on('display-added', rehome)
  screen.on('display-removed', rehome)
  screen.on('display-metrics-changed', rehome)
}

/** Displays come and go several times while a cable is plugged in. */
const DISPLAYS_SETTLE_MS = 2_000

/** Asks a hub that is not ours yet, apart from the pages' own session: nothing of theirs goes along, and certificates are checked as always. */
function askOutside() {
  const apart = session.fromPartition('choose-hub', { cache: false })
  return (url: string, init: RequestInit) => apart.fetch(url, init)
}
