import { renderHook, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { CommandOutcome } from '../../hub/command-queue.ts'
import { followUp, useLastRegistration, type Step } from './registration.ts'

const answer = {
  id: 'c1',
  caseCode: 'YY261123-0001',
  trackingCode: '7K2M4QXD9TBA',
  divisionCode: '430903103243',
  state: 'registered',
} as const
const steps: readonly Step[] = [
  { type: 'note', payload: { text: '已说明' } },
  { type: 'accept', payload: {} },
  { type: 'dispatch', payload: { leadUnit: '430903000000.transport', urgency: 'urgent' } },
]
const problem = {
  type: 'about:blank',
  title: '',
  status: 409,
  detail: '目前状态不能办',
  code: 'transition.notNow',
  requestId: 'r1',
} as const
const kinds = (shown: ReturnType<typeof useLastRegistration>) => shown?.steps.map(({ outcome }) => outcome.kind)

test('the acts go out one after the other, each when the one before is done', async () => {
  const { result } = renderHook(useLastRegistration)
  const given: string[] = []
  const answers: ((outcome: CommandOutcome) => void)[] = []
  const ended = followUp({ answer, asFirstSent: false }, steps, ({ caseId, type }) => {
    given.push(`${caseId} ${type}`)
    return new Promise((resolve) => answers.push(resolve))
  })
  await waitFor(() => expect(kinds(result.current)).toEqual(['waiting', 'waiting', 'waiting']))
  expect(given).toEqual(['c1 note'])
  for (const [index, expected] of [
    ['done', 'waiting', 'waiting'],
    ['done', 'done', 'waiting'],
    ['done', 'done', 'done'],
  ].entries()) {
    answers[index]?.({ kind: 'done', version: index + 2 })
    await waitFor(() => expect(kinds(result.current)).toEqual(expected))
  }
  await ended
  expect(given).toEqual(['c1 note', 'c1 accept', 'c1 dispatch'])
})

test('after a refusal nothing more is given, and it is told what was done and what was not', async () => {
  const { result } = renderHook(useLastRegistration)
  const given: string[] = []
  await followUp({ answer, asFirstSent: false }, steps, ({ type }) => {
    given.push(type)
    return Promise.resolve(type === 'accept' ? { kind: 'refused', problem } : { kind: 'done', version: 2 })
  })
  await waitFor(() => expect(kinds(result.current)).toEqual(['done', 'refused', 'notGiven']))
  expect(given).toEqual(['note', 'accept'])
})
