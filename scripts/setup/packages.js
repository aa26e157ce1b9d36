import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './paths.js'
import { giveUp, say } from './say.js'
import { contentHash, readStamp, writeStamp } from './stamp.js'

const stampFile = join(root, 'node_modules', '.cache', 'fengqiao-packages')

/** Installs the packages of package-lock.json when they are missing or the lock has changed since. */
export function ensurePackages() {
  const wanted = contentHash(root, ['package-lock.json'])
  if (readStamp(stampFile) === wanted) return
  if (!installedByHand()) {
    say('packages', existsSync(join(root, 'node_modules')) ? 'the lock has changed: npm ci' : 'npm ci')
    // No package of ours needs its install script; not running them is one way in less.
    const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error']
    const npm = spawnSync('npm', args, { cwd: root, stdio: 'inherit', shell: process.platform === 'win32' })
    if (npm.error) giveUp(`packages: npm could not be started (${npm.error.message}). Install npm and start again.`)
    if (npm.status !== 0) giveUp('packages: npm ci failed (see above). Nothing can run without the packages.')
  }
  writeStamp(stampFile, wanted)
}

function installedByHand() {
  const lock = readStamp(join(root, 'package-lock.json'))
  const installed = readStamp(join(root, 'node_modules', '.package-lock.json'))
  if (lock === undefined || installed === undefined) return false
  return holdsEverything(JSON.parse(installed).packages, JSON.parse(lock).packages)
}

/** Whether what npm says is installed covers the lock; optional packages may be absent (another platform's). */
export function holdsEverything(installed, locked) {
  return Object.entries(locked).every(([path, wanted]) => {
    if (path === '') return true
    const here = installed[path]
    return here === undefined ? wanted.optional === true : here.version === wanted.version
  })
}
