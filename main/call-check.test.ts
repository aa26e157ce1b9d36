import { expect, test } from 'vitest'
import { callerProblem, openCallBudget, sizeProblem } from './call-check.ts'
import type { Caller } from './call-check.ts'

const own: Caller = {
  frame: { url: 'app://centre/index.html#/', origin: 'app://centre', top: true },
  windowKind: 'desk',
}

test('the top frame of our page may call what its window may do', () => {
  expect(callerProblem(own, ['desk'])).toBeNull()
  expect(callerProblem({ ...own, windowKind: 'wall' }, ['desk', 'wall'])).toBeNull()
})

test('a wall does not reach what belongs to the desk', () => {
  expect(callerProblem({ ...own, windowKind: 'wall' }, ['desk'])?.code).toBe('ipc.wrongWindow')
})

test.each<[string, Caller]>([
  ['a frame that is gone', { ...own, frame: null }],
  ['a frame inside our page', { ...own, frame: { url: 'app://centre/', origin: 'app://centre', top: false } }],
  [
    'about:blank, which takes over our origin',
    { ...own, frame: { url: 'about:blank', origin: 'app://centre', top: true } },
  ],
  ['our address in a frame without our origin', { ...own, frame: { url: 'app://centre/', origin: 'null', top: true } }],
  ['another host', { ...own, frame: { url: 'app://centre.evil/', origin: 'app://centre.evil', top: true } }],
  ['a web page', { ...own, frame: { url: 'https://centre/', origin: 'https://centre', top: true } }],
  ['an empty address', { ...own, frame: { url: '', origin: '', top: true } }],
  ['a window the station did not make', { ...own, windowKind: undefined }],
])('%s is not let in', (_what, caller) => {
  expect(callerProblem(caller, ['desk', 'wall'])?.code).toBe('ipc.notOurPage')
})

test('arguments of a common size pass', () => {
  expect(sizeProblem([])).toBeNull()
  expect(sizeProblem([{ url: 'https://hub.example', list: [1, null, undefined, true, { a: [NaN] }] }])).toBeNull()
  expect(sizeProblem(['字'.repeat(100_000)])).toBeNull()
})

test('too large, too deep and endless arguments are refused before they cost anything', () => {
  const deep: unknown = Array.from({ length: 1_000 }).reduce((inner: unknown) => [inner], 1)
  const endless: unknown[] = []
  endless.push(endless, endless)
  const hostile: Record<string, unknown> = {
    'a 10 MB string': 'x'.repeat(10_000_000),
    'many small values': Array.from({ length: 100_000 }, () => 1),
    'a long key': { ['k'.repeat(200_000)]: 1 },
    'a value a thousand deep': deep,
    'a value that contains itself': endless,
    'a large buffer': new Uint8Array(300_000),
    'a map': new Map([[1, 2]]),
  }
  for (const [what, value] of Object.entries(hostile)) {
    const before = performance.now()
    expect(sizeProblem([value])?.code, what).toBe('input.tooLarge')
    expect(performance.now() - before, what).toBeLessThan(100)
  }
})

test('a window gets its burst and then its rate, and another window has its own', () => {
  let time = 0
  const budget = openCallBudget({ perSecond: 10, burst: 40, now: () => time })
  const allowed = (window: number, calls: number) =>
    Array.from({ length: calls }).filter(() => budget.take(window)).length

  expect(allowed(1, 10_000)).toBe(40)
  expect(allowed(2, 5)).toBe(5)
  time += 1_000
  expect(allowed(1, 10_000)).toBe(10)
  time += 60_000
  expect(allowed(1, 10_000)).toBe(40)
  budget.forget(1)
  expect(allowed(1, 50)).toBe(40)
})
