import { spawn } from 'node:child_process'
import { existsSync, realpathSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { whenNpmIsGone } from '../run/parent-watch.js'
import { bin, root } from './paths.js'
import { giveUp } from './say.js'

/**
 * Goes on under the Node 24 that came with the packages, or under the system's Node where there is none for this
 * platform. Never returns in the first case: this process then only waits, passes signals on, and ends with its code.
 */
export async function continueUnderNode24() {
  const platform = process.platform === 'win32' ? 'win' : process.platform
  const file = join('bin', process.platform === 'win32' ? 'node.exe' : 'node')
  const packaged = join(root, 'node_modules', `node-${platform}-${process.arch}`, file)
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`
  if (existsSync(packaged)) {
    if (realpathSync(packaged) !== realpathSync(process.execPath)) await becomeParentOf(packaged)
    return
  }
  if (Number(process.versions.node.split('.')[0]) < 24) {
    giveUp(
      `node: this is Node ${process.versions.node}, and there is no packaged Node 24 for ${platform}-${process.arch}. ` +
        'Install Node 24 or newer and start again.',
    )
  }
}

function becomeParentOf(node) {
  const child = spawn(node, process.argv.slice(1), {
    stdio: 'inherit',
    env: { ...process.env, FENGQIAO_SECOND_PROCESS: '1' },
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  whenNpmIsGone(() => child.kill('SIGTERM'))
  child.on('error', (error) => giveUp(`node: ${node} could not be started (${error.message}).`))
  child.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 1 : 128)))
  return new Promise(() => undefined)
}
