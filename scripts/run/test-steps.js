import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { countsOfReport, oneFailed, onePassed } from '../report/counts.js'
import { listedAsSkipped, readPlaywrightReport } from '../report/playwright-report.js'
import { buildIfStale } from '../setup/build.js'
import { chromiumFile } from '../setup/chromium.js'
import { findElectron } from '../setup/electron-runtime.js'
import { cache, root } from '../setup/paths.js'
import { readStamp } from '../setup/stamp.js'
import { outputOfTool, runScriptQuietly, runTool } from './run-tool.js'
import { openVirtualDisplay } from './virtual-display.js'
import { hasDisplay } from './windows.js'

const vitest = join(root, 'node_modules/vitest/vitest.mjs')
const playwright = join(root, 'node_modules/@playwright/test/cli.js')

const check = (name) => ({ name, run: () => (runScriptQuietly(name) ? onePassed : oneFailed(name)) })

let built = false
const build = {
  name: 'build',
  run() {
    built = buildIfStale()
    return built ? onePassed : oneFailed('build')
  },
}

const unit = {
  name: 'unit',
  async run() {
    const file = freshReport('unit.json')
    const reporters = ['--reporter=default', `--reporter=${join(root, 'scripts/report/vitest-reporter.js')}`]
    const code = await runTool(vitest, ['run', ...reporters], { FENGQIAO_UNIT_REPORT: file })
    return countsOfReport(readJson(file), code, 'vitest')
  },
}

const stories = (project, whyNot, environment) => ({
  name: project,
  async run() {
    const reason = built ? whyNot() : 'the build failed'
    if (reason !== undefined) return skipAll(project, reason)
    return withDisplay(async (display) => {
      const file = freshReport(`${project}.json`)
      const env = { ...environment(), ...display, PLAYWRIGHT_JSON_OUTPUT_FILE: file }
      const code = await runTool(playwright, ['test', `--project=${project}`], env)
      const json = readJson(file)
      return countsOfReport(json && readPlaywrightReport(json), code, `playwright ${project}`)
    })
  },
})

const browser = stories(
  'browser',
  () => (chromiumFile() === undefined ? 'there is no Chromium here' : undefined),
  () => ({ FENGQIAO_CHROMIUM: chromiumFile() }),
)

const electron = stories(
  'electron',
  () => (findElectron() === undefined ? 'there is no Electron runtime here' : undefined),
  () => findElectron().env,
)

const checks = ['check:format', 'check:lint', 'check:types', 'check:structure', 'check:unused'].map(check)

/** The parts of `npm test -- PART`; without a name, all of them. */
export const parts = {
  check: checks,
  unit: [unit],
  browser: [build, browser],
  electron: [build, electron],
}

export const allSteps = [...checks, build, unit, browser, electron]

function skipAll(project, reason) {
  const listed = outputOfTool(playwright, ['test', '--list', '--reporter=json', `--project=${project}`])
  try {
    return listedAsSkipped(JSON.parse(listed), reason)
  } catch {
    return oneFailed(`playwright ${project}: could not list its tests`)
  }
}

async function withDisplay(run) {
  if (hasDisplay()) return run({})
  const virtual = await openVirtualDisplay()
  try {
    return await run(virtual === undefined ? {} : { DISPLAY: virtual.display })
  } finally {
    virtual?.stop()
  }
}

/** The path of a report that is not there yet, so that an old one is never counted. */
function freshReport(name) {
  const folder = join(cache, 'reports')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, name)
  rmSync(file, { force: true })
  return file
}

function readJson(file) {
  const text = readStamp(file)
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
