import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import CountingReporter from './vitest-reporter.js'

const folder = mkdtempSync(join(tmpdir(), 'fengqiao-report-'))
const before = process.env.FENGQIAO_UNIT_REPORT

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
  if (before === undefined) delete process.env.FENGQIAO_UNIT_REPORT
  else process.env.FENGQIAO_UNIT_REPORT = before
})

const oneTest = (fullName, state, note) => ({ fullName, result: () => ({ state, note }) })
const oneModule = (name, state, tests) => ({
  moduleId: join(process.cwd(), name),
  state: () => state,
  ok: () => state !== 'failed',
  children: { allTests: () => tests },
})

test('passed, failed and skipped tests, files that break and errors outside any test are all reported', () => {
  process.env.FENGQIAO_UNIT_REPORT = join(folder, 'report.json')
  new CountingReporter().onTestRunEnd(
    [
      oneModule('a.test.ts', 'failed', [
        oneTest('holds', 'passed'),
        oneTest('breaks', 'failed'),
        oneTest('waits', 'skipped', 'the data is not here'),
      ]),
      oneModule('broken.test.ts', 'failed', []),
      oneModule('crashed.test.ts', 'pending', [oneTest('had begun', 'passed')]),
    ],
    [new Error('left behind')],
  )
  expect(JSON.parse(readFileSync(process.env.FENGQIAO_UNIT_REPORT, 'utf8'))).toEqual({
    passed: 2,
    failed: [
      'a.test.ts: breaks',
      'broken.test.ts: did not run to its end',
      'crashed.test.ts: did not run to its end',
      'outside any test: left behind',
    ],
    skipped: [{ name: 'a.test.ts: waits', reason: 'the data is not here' }],
  })
})
