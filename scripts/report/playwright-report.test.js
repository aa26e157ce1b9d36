import { expect, test } from 'vitest'
import { listedAsSkipped, readPlaywrightReport } from './playwright-report.js'

const spec = (title, status, more = {}) => ({
  title,
  tests: [{ projectName: 'browser', status, results: [{}], ...more }],
})

const report = {
  suites: [
    {
      title: 'desk.spec.ts',
      specs: [spec('signs in', 'expected'), spec('is late', 'unexpected'), spec('is shaky', 'flaky')],
      suites: [
        {
          title: 'the wall',
          specs: [
            spec('draws', 'skipped', { annotations: [{ type: 'skip', description: 'no graphics' }] }),
            spec('follows', 'skipped', { results: [] }),
          ],
        },
      ],
    },
  ],
  errors: [{ message: 'SyntaxError: here\n    at there' }],
}

test('every test is counted, also in a group, and a file that cannot be read is a failure', () => {
  expect(readPlaywrightReport(report)).toEqual({
    passed: 1,
    failed: [
      'outside any test: SyntaxError: here',
      'browser: desk.spec.ts › is late',
      'browser: desk.spec.ts › is shaky',
    ],
    skipped: [
      { name: 'browser: desk.spec.ts › the wall › draws', reason: 'no graphics' },
      {
        name: 'browser: desk.spec.ts › the wall › follows',
        reason: 'an earlier test of its group failed, or the run was cut short',
      },
    ],
  })
})

test('what cannot be run on this machine is skipped with the reason', () => {
  const listed = {
    suites: [{ title: 'desk.spec.ts', specs: [spec('signs in', 'skipped', { results: [] })] }],
    errors: [],
  }
  expect(listedAsSkipped(listed, 'there is no Chromium here')).toEqual({
    passed: 0,
    failed: [],
    skipped: [{ name: 'browser: desk.spec.ts › signs in', reason: 'there is no Chromium here' }],
  })
})
