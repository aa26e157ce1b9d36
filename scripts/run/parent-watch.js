import { readFileSync } from 'node:fs'

/**
 * Calls `gone` when the npm that runs this script has ended. npm starts scripts through a shell, and the shell passes no
 * signal on: without this, `kill` on npm would leave a hub behind that nobody sees.
 */
export function whenNpmIsGone(gone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  // Under continueUnderNode24 the parent is our own first process, and that one watches npm.
  const npm = process.env.FENGQIAO_SECOND_PROCESS === undefined ? parentOf(parent) : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isAlive(npm))) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}

/** From the fields after the name in parentheses: state, then the parent's id. Undefined where there is no /proc. */
function parentOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return Number(fields[1])
  } catch {
    return undefined
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error.code === 'EPERM'
  }
}
