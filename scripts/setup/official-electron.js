import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { cache } from './paths.js'
import { say } from './say.js'
import { readStamp, writeStamp } from './stamp.js'

const failedStamp = join(cache, 'electron-download-failed.json')
/** A start must not wait each time for a source that is out of reach. */
const tryAgainAfter = 6 * 3_600_000
const mustBeginWithin = 25_000
const mayStandStillFor = 60_000

/** Runs the package's own downloader, and stops it when nothing comes. `{ done }` or `{ done: false, reason }`. */
export async function downloadOfficialElectron(electronPackage, version) {
  const failed = JSON.parse(readStamp(failedStamp) ?? '{}')
  if (failed.version === version && Date.now() - failed.at < tryAgainAfter) {
    return { done: false, reason: 'the official download was out of reach a short while ago' }
  }
  say('electron', `downloading Electron ${version}`)
  const reason = await runDownloader(electronPackage)
  if (reason === undefined) {
    rmSync(failedStamp, { force: true })
    return { done: true }
  }
  writeStamp(failedStamp, JSON.stringify({ version, at: Date.now() }))
  return { done: false, reason: `the official download failed (${reason})` }
}

function runDownloader(electronPackage) {
  // The downloader writes into the temporary folder: one of its own shows whether anything arrives.
  const arriving = join(cache, 'electron-download')
  mkdirSync(arriving, { recursive: true })
  const env = { ...process.env, TMPDIR: arriving, TEMP: arriving, TMP: arriving, ELECTRON_GET_NO_PROGRESS: '1' }
  delete env.ELECTRON_OVERRIDE_DIST_PATH
  const child = spawn(process.execPath, [join(electronPackage, 'install.js')], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let errors = ''
  let stopped
  child.stderr.on('data', (chunk) => (errors += chunk))

  let size = 0
  let lastProgress = Date.now()
  const watch = setInterval(() => {
    const now = sizeOf(arriving)
    if (now > size) lastProgress = Date.now()
    size = Math.max(size, now)
    if (Date.now() - lastProgress < (size === 0 ? mustBeginWithin : mayStandStillFor)) return
    stopped = size === 0 ? 'no answer' : 'it stopped half-way'
    child.kill('SIGKILL')
  }, 500)

  return new Promise((done) => {
    child.on('error', (error) => done(error.message))
    child.on('close', (code) => {
      clearInterval(watch)
      rmSync(arriving, { recursive: true, force: true })
      done(code === 0 ? undefined : (stopped ?? firstReason(errors)))
    })
  })
}

function sizeOf(folder) {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .reduce(
      (sum, { parentPath, name }) => sum + (statSync(join(parentPath, name), { throwIfNoEntry: false })?.size ?? 0),
      0,
    )
}

/** The system's code (`ENOTFOUND`, `ECONNREFUSED`, …) says most in least room. */
const firstReason = (errors) => {
  const [firstLine = ''] = errors.trim().split('\n')
  return /\b(E[A-Z]{4,})\b/.exec(errors)?.[1] ?? (firstLine.replace(/^\w*Error: /, '') || 'no reason given')
}
