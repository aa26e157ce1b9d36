import { expect, test } from 'vitest'
import { reloadPlan } from './reload-plan.ts'

const MINUTE = 60_000

test('five crashes in ten minutes are answered with growing pauses, the sixth with the safe page', () => {
  const crashes: number[] = []
  const answers = [0, 1, 2, 3, 4, 5].map((second) => {
    const plan = reloadPlan(crashes, second * 1_000)
    crashes.push(second * 1_000)
    return plan.kind === 'reload' ? plan.afterMs : plan.kind
  })
  expect(answers).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 'safePage'])
})

test('crashes further apart are answered for ever, never after more than a minute', () => {
  const crashes = Array.from({ length: 20 }, (_, index) => index * 3 * MINUTE)
  expect(reloadPlan(crashes, 20 * 3 * MINUTE)).toEqual({ kind: 'reload', afterMs: 60_000 })
})

test('after an hour without a crash the next one counts as the first', () => {
  expect(reloadPlan([0, 1, 2, 3, 4], 60 * MINUTE + 5)).toEqual({ kind: 'reload', afterMs: 1_000 })
})
