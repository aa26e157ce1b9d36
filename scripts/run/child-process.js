import { spawn } from 'node:child_process'

/** How long a program may take to end by itself before it is killed. */
const patience = 10_000

/**
 * Starts a program in a process group of its own, so that Ctrl-C reaches it through us and only once.
 * `ended` resolves to its exit code; `stop()` asks it to end, `kill()` does not ask.
 */
export function startProgram(file, args, { cwd, env, stdio }) {
  const grouped = process.platform !== 'win32'
  const child = spawn(file, args, { cwd, env, stdio, detached: grouped })
  let running = true
  const ended = new Promise((done) => {
    child.on('error', (error) => {
      running = false
      console.error(`${file}: could not be started (${error.message})`)
      done(1)
    })
    child.on('close', (code, signal) => {
      running = false
      done(code ?? (signal === null ? 1 : 128))
    })
  })
  const send = (signal) => {
    if (!running || child.pid === undefined) return
    try {
      if (grouped && signal === 'SIGKILL') process.kill(-child.pid, signal)
      else child.kill(signal)
    } catch (error) {
      if (error.code !== 'ESRCH') throw error
    }
  }
  const kill = () => send('SIGKILL')
  return {
    stdout: child.stdout,
    ended,
    kill,
    async stop() {
      send('SIGTERM')
      const timer = setTimeout(kill, patience)
      await ended
      clearTimeout(timer)
    },
  }
}
