import { writeFileSync } from 'node:fs'
import { relative } from 'node:path'

/**
 * Writes to FENGQIAO_UNIT_REPORT what scripts/test.js counts. Vitest's own JSON leaves out why a test was skipped,
 * and does not count a file that could not be loaded.
 */
export default class CountingReporter {
  onTestRunEnd(modules, unhandledErrors) {
    const report = { passed: 0, failed: [], skipped: [] }
    for (const module of modules) addModule(report, module)
    for (const error of unhandledErrors) report.failed.push(`outside any test: ${error.message}`)
    writeFileSync(process.env.FENGQIAO_UNIT_REPORT, JSON.stringify(report))
  }
}

function addModule(report, module) {
  const file = relative(process.cwd(), module.moduleId)
  const tests = [...module.children.allTests()]
  for (const test of tests) {
    const { state, note } = test.result()
    const name = `${file}: ${test.fullName}`
    if (state === 'passed') report.passed += 1
    else if (state === 'skipped') report.skipped.push({ name, reason: note ?? 'no reason given' })
    else report.failed.push(name)
  }
  // Its suites or the file itself broke: without a failed test of its own it must still count.
  const broke = !module.ok() || ['pending', 'queued'].includes(module.state())
  if (broke && tests.every((test) => test.result().state !== 'failed'))
    report.failed.push(`${file}: did not run to its end`)
}
