/** What counts of Playwright's JSON report: see counts.js. */
export function readPlaywrightReport(json) {
  const report = { passed: 0, failed: [], skipped: [] }
  for (const { message } of json.errors ?? []) report.failed.push(`outside any test: ${firstLine(message)}`)
  for (const suite of json.suites ?? []) addSuite(report, suite, [])
  return report
}

function addSuite(report, suite, above) {
  const titles = [...above, suite.title]
  for (const inner of suite.suites ?? []) addSuite(report, inner, titles)
  for (const spec of suite.specs ?? []) for (const test of spec.tests) addTest(report, [...titles, spec.title], test)
}

function addTest(report, titles, test) {
  const name = `${test.projectName}: ${titles.join(' › ')}`
  if (test.status === 'expected') report.passed += 1
  else if (test.status === 'skipped') report.skipped.push({ name, reason: reasonOf(test) })
  // With no retries there is nothing flaky; if somebody turns them on, flaky is not good enough.
  else report.failed.push(name)
}

function reasonOf(test) {
  const note = test.annotations?.find(({ type }) => type === 'skip' || type === 'fixme')?.description
  if (note) return note
  // A test that never began belongs to a group whose earlier test failed.
  return test.results?.length > 0 ? 'no reason given' : 'an earlier test of its group failed, or the run was cut short'
}

/** All tests of a `--list` report as skipped, when the machine lacks what they need. */
export function listedAsSkipped(json, reason) {
  const listed = readPlaywrightReport(json)
  return { passed: 0, failed: listed.failed, skipped: listed.skipped.map(({ name }) => ({ name, reason })) }
}

const firstLine = (text = '') => text.split('\n')[0]
