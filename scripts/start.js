/*
 * `npm start`: brings what is missing, builds what is stale, runs a demonstration hub, opens its windows.
 * Plain JavaScript for any Node from 20 on, because it runs before anything is installed.
 */
import { join, resolve } from 'node:path'
import { anyFreePort, firstFreePort, isFree } from './run/free-port.js'
import { startHub } from './run/hub-process.js'
import { onStopSignal } from './run/stop-signal.js'
import { defaultPort, readStartOptions, startHelp } from './run/start-options.js'
import { hasDisplay, openWindows, windowLog } from './run/windows.js'
import { buildIfStale } from './setup/build.js'
import { ensureElectron } from './setup/electron-runtime.js'
import { continueUnderNode24 } from './setup/node-24.js'
import { ensurePackages } from './setup/packages.js'
import { root } from './setup/paths.js'
import { giveUp, say } from './setup/say.js'
import { ensureSystemPackages } from './setup/system-packages.js'

const options = readStartOptions(process.argv.slice(2))
if (options.problem !== undefined) giveUp(options.problem, 2)
if (options.help) {
  console.log(startHelp)
  process.exit(0)
}

ensurePackages()
await continueUnderNode24()
await start()

async function start() {
  // npm runs scripts in the folder of the package: paths are meant from where the person stands.
  const here = process.env.INIT_CWD ?? process.cwd()
  const data = options.data === undefined ? join(root, 'data', 'demo') : resolve(here, options.data)
  const feed = options.feed === undefined ? {} : { feed: resolve(here, options.feed) }
  if (!buildIfStale())
    giveUp('build: the windows cannot be shown without it. The hub alone: npm run hub -- serve --help')
  const electron = options.headless || !hasDisplay() ? undefined : await prepareElectron()
  const port = await choosePort()

  const hub = startHub({ ...options, ...feed, data, port })
  let windows
  let stopping = false
  onStopSignal({
    async first() {
      stopping = true
      await Promise.all([windows?.stop(), hub.stop()])
      process.exit(0)
    },
    second() {
      windows?.kill()
      hub.kill()
      process.exit(130)
    },
  })
  hub.ended.then(async (code) => {
    if (stopping) return
    await windows?.stop()
    giveUp(`hub: ended with code ${code}`, code === 0 ? 1 : code)
  })

  const address = await hub.ready
  if (address === undefined) return
  console.log(`ready ${address}`)
  if (electron === undefined) tellAddress(address)
  else {
    windows = openWindows(electron, address, join(data, 'station'))
    tellWhenClosed(windows, address, () => stopping)
  }
}

async function prepareElectron() {
  ensureSystemPackages({ forTests: false })
  return ensureElectron()
}

async function choosePort() {
  if (options.port === 0) return anyFreePort()
  if (options.port !== undefined) {
    if (!(await isFree(options.port))) giveUp(`--port: ${options.port} is taken by another program`)
    return options.port
  }
  const port = await firstFreePort(defaultPort)
  if (port === undefined) giveUp(`port: ${defaultPort} and the hundred after it are taken; name one with --port`)
  if (port !== defaultPort) say('port', `${defaultPort} is taken, using ${port}`)
  return port
}

function tellAddress(address) {
  console.log(`open ${address} in a browser and sign in as duty.city, password fengqiao-demo`)
  console.log('Ctrl-C ends the hub')
}

async function tellWhenClosed(windows, address, isStopping) {
  console.log('sign in as duty.city, password fengqiao-demo; Ctrl-C ends the hub and its windows')
  const code = await windows.ended
  if (isStopping()) return
  if (code !== 0) say('windows', `ended with code ${code} (see ${windowLog})`)
  say('windows', `closed. The hub goes on at ${address}; Ctrl-C ends it`)
}
