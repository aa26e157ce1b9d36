import { expect, test } from 'vitest'
import { openReport } from './report.ts'

test('what happens ten thousand times is written a few times, with its count', () => {
  const lines: string[] = []
  const report = openReport((line) => lines.push(line))
  for (let index = 0; index < 10_000; index += 1) report('navigation.stopped', 'x'.repeat(1_000))
  report('window.stopped', 'once')
  const written = lines.map((line) => JSON.parse(line) as { event: string; count: number; detail: string })
  expect(written.map(({ event, count }) => `${event} ${count}`)).toEqual([
    'navigation.stopped 1',
    'navigation.stopped 10',
    'navigation.stopped 100',
    'navigation.stopped 1000',
    'navigation.stopped 10000',
    'window.stopped 1',
  ])
  expect(written[0]?.detail).toHaveLength(300)
})
