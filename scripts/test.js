/*
 * `npm test`: brings what is missing, then every check, test and story. The last line is the count.
 * `npm test -- check`, `unit`, `browser` or `electron` run a part.
 */
import { addCounts, countLine, exitCodeOf } from './report/counts.js'
import { stopTools } from './run/run-tool.js'
import { onStopSignal } from './run/stop-signal.js'
import { allSteps, parts } from './run/test-steps.js'
import { ensureElectron } from './setup/electron-runtime.js'
import { continueUnderNode24 } from './setup/node-24.js'
import { ensurePackages } from './setup/packages.js'
import { durationText, giveUp, say } from './setup/say.js'
import { ensureSystemPackages } from './setup/system-packages.js'

const wanted = process.argv.slice(2)
const unknown = wanted.find((name) => !(name in parts))
if (unknown !== undefined) giveUp(`${unknown}: unknown part; there are ${Object.keys(parts).join(', ')}`, 2)
const steps = wanted.length === 0 ? allSteps : [...new Set(wanted.flatMap((name) => parts[name]))]

ensurePackages()
await continueUnderNode24()
if (steps.some(({ name }) => name === 'browser' || name === 'electron')) ensureSystemPackages({ forTests: true })
if (steps.some(({ name }) => name === 'electron')) await ensureElectron()

onStopSignal({
  first() {
    stopTools()
    giveUp('stopped before the end', 130)
  },
  second: () => process.exit(130),
})

const counts = []
for (const step of steps) counts.push(await runStep(step))
finish(addCounts(counts))

async function runStep({ name, run }) {
  const begun = Date.now()
  const result = await run()
  const outcome = result.failed.length > 0 ? 'failed' : result.passed === 0 ? 'skipped' : 'passed'
  say(name, `${outcome}, ${countLine(result)} (${durationText(Date.now() - begun)})`)
  return result
}

function finish(total) {
  for (const { name, reason } of total.skipped) console.log(`skipped ${name}: ${reason}`)
  for (const name of total.failed) console.log(`failed ${name}`)
  console.log(countLine(total))
  process.exitCode = exitCodeOf(total)
}
