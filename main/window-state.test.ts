import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { moveAfterChange, openWindowStates, placementOf } from './window-state.ts'
import type { DisplayFacts, WindowState } from './window-state.ts'

const left = display(0, 0, 1920, 1080)
const right = display(1920, -200, 2560, 1440)
const wish = { width: 1440, height: 900 }

test('a window opens where it stood', () => {
  const kept = state(2100, 100, 1600, 900, { maximized: true })
  expect(placementOf(kept, [left, right], wish)).toEqual(kept)
})

test('the first time it opens in the middle of its display', () => {
  expect(placementOf(undefined, [left], wish).bounds).toEqual({ x: 240, y: 110, width: 1440, height: 900 })
  expect(placementOf(undefined, [right, left], wish).bounds).toEqual({ x: 2480, y: 90, width: 1440, height: 900 })
})

test('a window whose display is gone comes to the first display, with the size it had', () => {
  const kept = state(2100, 100, 1600, 900, { fullScreen: true })
  expect(placementOf(kept, [left], wish)).toEqual(state(160, 110, 1600, 900, { fullScreen: true }))
})

test('no window is larger than what it lands on', () => {
  const small = display(0, 0, 1024, 768)
  expect(placementOf(state(3000, 0, 2560, 1400), [small], wish).bounds).toEqual({
    x: 0,
    y: 40,
    width: 1024,
    height: 728,
  })
  expect(placementOf(state(10, 10, 1900, 1000), [small], wish).bounds.height).toBe(728)
})

test('a title bar that peeps in from the edge counts as gone', () => {
  expect(placementOf(state(1900, 100, 1600, 900), [left], wish).bounds.x).toBe(160)
})

test('with no display at all there is still a place', () => {
  expect(placementOf(undefined, [], wish).bounds).toEqual({ x: 0, y: 0, width: 1440, height: 900 })
})

test('a display is pulled out and put back a hundred times, and the window is always on a display and ends where it stood', () => {
  const kept = state(2100, 100, 1600, 900)
  let bounds = kept.bounds
  let away = false
  const change = (displays: DisplayFacts[]) => {
    const move = moveAfterChange(bounds, kept, displays, away)
    if (move !== null) ({ bounds, away } = move)
  }
  for (let round = 0; round < 100; round += 1) {
    change([left])
    expect(bounds).toEqual({ x: 160, y: 110, width: 1600, height: 900 })
    expect(away).toBe(true)
    change([left, right])
    expect(bounds).toEqual(kept.bounds)
    expect(away).toBe(false)
  }
})

test('a window that is seen stays where it is when another display changes', () => {
  expect(moveAfterChange({ x: 10, y: 10, width: 900, height: 700 }, state(10, 10, 900, 700), [left], false)).toBeNull()
  expect(moveAfterChange({ x: 10, y: 10, width: 900, height: 700 }, undefined, [left, right], false)).toBeNull()
})

test('places are kept per window, and an unreadable file is as good as none', () => {
  const profile = mkdtempSync(join(tmpdir(), 'fengqiao-windows-'))
  onTestFinished(() => rmSync(profile, { recursive: true, force: true }))
  const file = join(profile, 'windows.json')
  const desk = state(10, 20, 1200, 800)
  const wall = state(1920, 0, 2560, 1440, { fullScreen: true })

  const states = openWindowStates(file)
  states.keep('desk', desk)
  states.keep('wall', wall)
  expect(openWindowStates(file).of('desk')).toEqual(desk)
  expect(openWindowStates(file).of('wall')).toEqual(wall)

  writeFileSync(
    file,
    '{"version":1,"desk":{"bounds":{"x":0,"y":0,"width":1,"height":1},"maximized":false,"fullScreen":false}}',
  )
  expect(openWindowStates(file).of('desk')).toBeUndefined()
  openWindowStates(file).keep('desk', desk)
  expect(openWindowStates(file).of('desk')).toEqual(desk)
})

function display(x: number, y: number, width: number, height: number): DisplayFacts {
  return { bounds: { x, y, width, height }, workArea: { x, y: y + 40, width, height: height - 40 } }
}

function state(x: number, y: number, width: number, height: number, how: Partial<WindowState> = {}): WindowState {
  return { bounds: { x, y, width, height }, maximized: false, fullScreen: false, ...how }
}
