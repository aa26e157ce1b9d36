import { expect, test } from 'vitest'
import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { courseOf } from './course.ts'
import { groupedCode, tidyCode } from './tracking-code.ts'

type Step = TrackView['steps'][number]

function view(
  state: TrackView['state'],
  steps: readonly (readonly [Step['step'], 'done' | 'open'])[],
  mayRate = false,
) {
  return {
    title: '村道桥面塌陷',
    state,
    kind: 'help',
    registeredAt: '2026-10-12T14:29:00+08:00',
    unit: '赫山区交通运输局',
    promisedAt: null,
    steps: steps.map(([step, done]): Step => ({
      step,
      at: done === 'done' ? '2026-10-12T14:41:00+08:00' : null,
      dueAt: null,
      done: done === 'done',
      text: null,
    })),
    reply: null,
    mayRate,
    rating: null,
    now: '2026-10-12T15:52:00+08:00',
  } satisfies TrackView
}

const phases = (track: TrackView) => courseOf(track).map(({ step, phase }) => `${step} ${phase}`)

test('until a unit has taken it on, a matter stands at the first step that is not done', () => {
  const steps = [
    ['registered', 'done'],
    ['dispatched', 'done'],
    ['acknowledged', 'open'],
    ['contacted', 'open'],
    ['replied', 'open'],
    ['rated', 'open'],
  ] as const
  expect(phases(view('pendingAck', steps))).toEqual([
    'registered done',
    'dispatched done',
    'acknowledged now',
    'contacted todo',
    'replied todo',
    'rated todo',
  ])
})

test('from the acknowledgement to the reply it is being worked on, even if nobody has called yet', () => {
  const steps = [
    ['registered', 'done'],
    ['dispatched', 'done'],
    ['acknowledged', 'done'],
    ['contacted', 'open'],
    ['replied', 'open'],
    ['rated', 'open'],
  ] as const
  expect(phases(view('handling', steps)).slice(3)).toEqual([
    'contacted todo',
    'handling now',
    'replied todo',
    'rated todo',
  ])
})

test('a closed matter that can still be rated ends with the rating, one that cannot ends with its closing', () => {
  const steps = [
    ['registered', 'done'],
    ['replied', 'done'],
    ['rated', 'open'],
    ['closed', 'done'],
  ] as const
  expect(phases(view('closed', steps, true))).toEqual(['registered done', 'replied done', 'closed done', 'rated now'])
  expect(phases(view('closed', steps))).toEqual(['registered done', 'replied done', 'closed done'])
})

test('a declined matter stands nowhere any more', () => {
  const steps = [
    ['registered', 'done'],
    ['declined', 'done'],
  ] as const
  expect(phases(view('declined', steps))).toEqual(['registered done', 'declined done'])
})

test('a code is understood as it is read aloud and typed', () => {
  expect(tidyCode(' 7k2m-4qxd 9rta ')).toBe('7K2M4QXD9RTA')
  expect(tidyCode('oIlO 1234 ABCD')).toBe('01101234ABCD')
  expect(groupedCode('7K2M4QXD9RTA')).toBe('7K2M 4QXD 9RTA')
  expect(groupedCode('')).toBe('')
})
