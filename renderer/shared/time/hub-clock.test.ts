import { expect, test } from 'vitest'
import { createHubClock, type MachineTime } from './hub-clock.ts'

/** A machine whose time moves only when it is pushed. */
function pushedMachine(start: number) {
  let present = start
  let timers: { at: number; run: () => void }[] = []
  const machine: MachineTime = {
    now: () => present,
    after(ms, run) {
      const timer = { at: present + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((other) => other !== timer)
      }
    },
  }
  function push(ms: number) {
    const end = present + ms
    for (;;) {
      const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      timers = timers.filter((other) => other !== next)
      present = next.at
      next.run()
    }
    present = end
  }
  return { machine, push, timerCount: () => timers.length }
}

test('the clock follows the hub, not the machine', () => {
  const { machine, push } = pushedMachine(1_000_000)
  const clock = createHubClock(machine)
  expect(clock.offset()).toBeNull()
  clock.setFromHub(1_300_000)
  push(2_000)
  expect(clock.now()).toBe(1_302_000)
  expect(clock.offset()).toBe(300_000)
})

test('all countdowns tick together on the whole second of the hub', () => {
  const { machine, push, timerCount } = pushedMachine(10_400)
  const clock = createHubClock(machine)
  const seen: number[] = []
  const stopFirst = clock.subscribe(1000, () => seen.push(clock.tick(1000)))
  const stopSecond = clock.subscribe(1000, () => seen.push(clock.tick(1000)))
  expect(timerCount()).toBe(1)
  push(1_700)
  expect(seen).toEqual([11_000, 11_000, 12_000, 12_000])
  stopFirst()
  stopSecond()
  expect(timerCount()).toBe(0)
})

test('a new offset redraws at once and moves the beat to the hub’s second', () => {
  const { machine, push } = pushedMachine(10_000)
  const clock = createHubClock(machine)
  const seen: number[] = []
  clock.subscribe(1000, () => seen.push(clock.tick(1000)))
  clock.setFromHub(20_250)
  push(750)
  expect(seen).toEqual([20_000, 21_000])
})

test('a reader between two ticks sees the same moment, so a drawing is never torn', () => {
  const { machine, push } = pushedMachine(10_000)
  const clock = createHubClock(machine)
  clock.subscribe(1000, () => undefined)
  push(400)
  expect(clock.tick(1000)).toBe(10_000)
  expect(clock.now()).toBe(10_400)
})
