import { readFileSync } from 'node:fs'

/**
 * Calls `gone` when the npm that runs this script has ended. npm starts scripts through a shell, and the shell passes no
 * signal on: without this, `kill` on npm would leave a hub behind that nobody sees.
 */
export function whenNpmIsGone(gone) {
  if (process.env.npm_lifecycle_event === undefined || process.platform === 'win32') return
  const parent = process.ppid
  // Under continueUnderNode24 the parent is our own first process, and that one watches npm.
  const npm = process.env.FENGQIAO_SECOND_PROCESS === undefined ? readProcess(parent)?.parent : undefined
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || readProcess(npm) !== undefined)) return
    clearInterval(timer)
    gone()
  }, 500)
  timer.unref()
}

/** A running process, from the fields after its name in parentheses. Undefined when it has ended, or where there is no /proc. */
function readProcess(pid) {
  try {
    const [state, parent] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    // Z: it has ended, and nobody has asked for its code yet.
    return state === 'Z' ? undefined : { parent: Number(parent) }
  } catch {
    return undefined
  }
}
