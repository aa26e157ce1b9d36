import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumFile } from './chromium.js'
import { say } from './say.js'

const hasProgram = (name) => ['/usr/bin', '/bin', '/usr/local/bin'].some((folder) => existsSync(`${folder}/${name}`))

const hasLibrary = (name) => {
  const known = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' })
  return known.status === 0 && known.stdout.includes(`\t${name} `)
}

const hasChineseFont = () => {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  return existsSync('/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc')
}

/** What Electron needs of the system. The names with t64 are those of newer Debian and Ubuntu. */
const electronNeeds = [
  { names: ['libgtk-3-0t64', 'libgtk-3-0'], isHere: () => hasLibrary('libgtk-3.so.0') },
  { names: ['libnss3'], isHere: () => hasLibrary('libnss3.so') },
  { names: ['libasound2t64', 'libasound2'], isHere: () => hasLibrary('libasound.so.2') },
  { names: ['libgbm1'], isHere: () => hasLibrary('libgbm.so.1') },
]

const chineseFont = { names: ['fonts-noto-cjk'], isHere: hasChineseFont }

const testNeeds = [
  { names: ['chromium'], isHere: () => chromiumFile() !== undefined },
  { names: ['xvfb'], isHere: () => hasProgram('Xvfb') },
  chineseFont,
  ...electronNeeds,
]

/** Installs what a window needs; for tests also a browser and a display without a screen. Debian and its kin only. */
export function ensureSystemPackages({ forTests }) {
  if (process.platform !== 'linux') return
  const missing = (forTests ? testNeeds : [...electronNeeds, chineseFont]).filter(({ isHere }) => !isHere())
  if (missing.length === 0) return
  const firstNames = missing.map(({ names }) => names.at(-1)).join(' ')
  const asRoot = rootPrefix()
  if (!hasProgram('apt-get') || asRoot === undefined) {
    const why = hasProgram('apt-get') ? 'this needs root (or sudo without a password)' : 'there is no apt-get here'
    say('system', `${why}; please install: ${firstNames}. What needs them is left out.`)
    return
  }
  say('system', `installing ${firstNames} (apt-get)`)
  if (!apt(asRoot, ['update'])) say('system', 'apt-get update failed; going on with the lists that are here')
  const names = missing.map(({ names }) => names.find(isKnownToApt) ?? names.at(-1))
  if (apt(asRoot, ['install', '-y', '--no-install-recommends', ...names])) return
  // One package that does not exist must not keep the others away.
  for (const name of names) {
    if (!apt(asRoot, ['install', '-y', '--no-install-recommends', name]))
      say('system', `${name} could not be installed`)
  }
}

function rootPrefix() {
  if (process.getuid?.() === 0) return []
  return spawnSync('sudo', ['-n', 'true']).status === 0 ? ['sudo', '-n'] : undefined
}

function apt(asRoot, args) {
  const [command, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
  const run = spawnSync(command, rest, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
  if (run.status !== 0) console.error(run.stderr.trim().split('\n').slice(-3).join('\n'))
  return run.status === 0
}

function isKnownToApt(name) {
  const policy = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' })
  return /Candidate: (?!\(none\))/.test(policy.stdout ?? '')
}
