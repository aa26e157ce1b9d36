import { createInterface } from 'node:readline'
import { root } from '../setup/paths.js'
import { startProgram } from './child-process.js'
import { hubArguments } from './start-options.js'

/** Runs the hub. `ready` resolves to its address, or to undefined when it ended before it was ready. */
export function startHub(options) {
  const program = startProgram(process.execPath, ['hub-server/main.ts', ...hubArguments(options)], {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ready = new Promise((done) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      const address = /^ready (http:\/\/\S+)$/.exec(line)?.[1]
      if (address === undefined) console.log(line)
      else done(address)
    })
    program.ended.then(() => done(undefined))
  })
  return { ...program, ready }
}
