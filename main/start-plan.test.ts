import { expect, test } from 'vitest'
import { refusedSwitches, startPlan } from './start-plan.ts'

test('a start without a word opens the desk, with the hub that was kept', () => {
  expect(startPlan(['electron', '.'], {})).toEqual({ windows: ['desk'], wallOnly: false, hubUrl: null, problems: [] })
  expect(startPlan([], { FENGQIAO_WINDOWS: '', FENGQIAO_HUB: '' }).problems).toEqual([])
})

test('the environment names the windows and the hub', () => {
  expect(startPlan([], { FENGQIAO_WINDOWS: 'desk, wall', FENGQIAO_HUB: '127.0.0.1:4180' })).toEqual({
    windows: ['desk', 'wall'],
    wallOnly: false,
    hubUrl: 'http://127.0.0.1:4180',
    problems: [],
  })
  expect(startPlan([], { FENGQIAO_WINDOWS: 'wall,wall' }).windows).toEqual(['wall'])
})

test('--wall opens the wall alone, whatever the environment says', () => {
  expect(startPlan(['electron', '.', '--wall'], { FENGQIAO_WINDOWS: 'desk,wall' })).toMatchObject({
    windows: ['wall'],
    wallOnly: true,
  })
})

test('every mistake is named at once', () => {
  const { problems } = startPlan([], { FENGQIAO_WINDOWS: 'desk,tv', FENGQIAO_HUB: 'http://hub.example' })
  expect(problems).toEqual([
    'FENGQIAO_WINDOWS: expected desk, wall or desk,wall, got "desk,tv"',
    'FENGQIAO_HUB: plain http is for this machine only, use https: "http://hub.example"',
  ])
})

test('a shipped app refuses the switches that would open it; in development they are needed', () => {
  const given = (name: string) => ['no-sandbox', 'remote-debugging-port', 'lang'].includes(name)
  expect(refusedSwitches(true, given)).toEqual(['no-sandbox', 'remote-debugging-port'])
  expect(refusedSwitches(false, given)).toEqual([])
})
