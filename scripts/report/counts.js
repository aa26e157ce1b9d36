/** `{ passed: number, failed: [name], skipped: [{ name, reason }] }` of one step; this adds up several. */
export function addCounts(all) {
  return {
    passed: all.reduce((sum, { passed }) => sum + passed, 0),
    failed: all.flatMap(({ failed }) => failed),
    skipped: all.flatMap(({ skipped }) => skipped),
  }
}

export const onePassed = { passed: 1, failed: [], skipped: [] }
export const oneFailed = (name) => ({ passed: 0, failed: [name], skipped: [] })

/** The last line of a test run. */
export const countLine = ({ passed, failed, skipped }) =>
  `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`

/** A run that tried nothing proves nothing. */
export const exitCodeOf = ({ passed, failed }) => (failed.length > 0 || passed === 0 ? 1 : 0)

/** The counts of a unit report, or one failure when the run ended badly without one saying so. */
export function countsOfReport(report, exitCode, runName) {
  if (report === undefined) return oneFailed(`${runName}: ended with code ${exitCode} before it could report`)
  const { passed, failed, skipped } = report
  const silent = exitCode !== 0 && failed.length === 0
  return { passed, skipped, failed: silent ? [`${runName}: ended with code ${exitCode}`] : failed }
}
