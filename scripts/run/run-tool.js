import { spawn, spawnSync } from 'node:child_process'
import { root } from '../setup/paths.js'

const shell = process.platform === 'win32'

/** Runs a script of package.json; its output is shown only when it fails. */
export function runScriptQuietly(name) {
  const run = spawnSync('npm', ['run', '--silent', name], {
    cwd: root,
    encoding: 'utf8',
    shell,
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.status !== 0) console.error(`${run.stdout}${run.stderr}`.trim())
  return run.status === 0
}

const running = new Set()

/** Ends what `runTool` has started and has not ended yet. */
export function stopTools() {
  for (const child of running) child.kill('SIGTERM')
}

/** Runs the command of a package, its output shown as it comes. Resolves to the exit code. */
export function runTool(file, args, env = {}) {
  const child = spawn(process.execPath, [file, ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  })
  running.add(child)
  return new Promise((done) => {
    child.on('error', (error) => {
      console.error(error.message)
      done(1)
    })
    child.on('exit', (code) => {
      running.delete(child)
      done(code ?? 1)
    })
  })
}

/** Like `runTool`, for its standard output. */
export function outputOfTool(file, args) {
  return spawnSync(process.execPath, [file, ...args], { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
    .stdout
}
