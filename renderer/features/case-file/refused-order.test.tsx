import { QueryClientProvider } from '@tanstack/react-query'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeAll, expect, test } from 'vitest'
import type { CaseView, TimelineItem } from '../../../hub-server/contract/case-view.ts'
import type { Problem } from '../../../hub-server/contract/refusal.ts'
import { timelineQuery } from '../../hub/case-queries.ts'
import { createQueryClient } from '../../hub/hub-query.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { ActForm } from './act-form.tsx'
import { ClashCard } from './clash-card.tsx'
import { setDraft } from './drafts.ts'
import { giveOrder, versionKnown, type Order } from './orders.ts'

beforeAll(() => startTexts('zh-CN'))
afterEach(cleanup)

const view: CaseView = {
  id: '01990000-0000-7000-8000-000000000001',
  caseCode: 'YY260930-0001',
  version: 2,
  state: 'pendingDispatch',
  holder: { code: '430900000000', name: '益阳市' },
  kind: 'complaint',
  channel: 'visit',
  urgency: null,
  title: '村道桥面塌陷',
  text: '桥面塌陷，车辆绕行。',
  divisionCode: '430922112006',
  place: '桃江 · 桃花江镇 · 花园洲',
  gridCode: null,
  location: null,
  placeUnresolved: null,
  category: null,
  registeredAt: '2026-09-30T09:40:00+08:00',
  occurredAt: null,
  historic: false,
  duplicateOf: null,
  citizen: { name: null, phone: null },
  leadUnit: null,
  assistUnits: [],
  instruction: null,
  reply: null,
  redoCount: 0,
  returnCount: 0,
  followUpTries: 0,
  rating: null,
  clocks: [],
  alerts: [],
  allowedCommands: ['dispatch', 'decline', 'note'],
  refusedCommands: [],
  revealable: [],
}

function refusedOrder(act: Order['act'], payload: Order['payload'], problem: Partial<Problem>): Order {
  return {
    caseId: view.id,
    act,
    command: act === 'decline' ? 'decline' : 'dispatch',
    payload,
    expectedVersion: view.version,
    seenState: 'pendingDispatch',
    givenAt: 0,
    outcome: {
      kind: 'refused',
      problem: {
        type: 'urn:fengqiao:problem',
        title: '',
        status: 422,
        detail: '有字段不对，请按提示改正。',
        code: 'input.invalid',
        requestId: 'r1',
        ...problem,
      },
    },
  }
}

function draw(element: ReactElement, course: readonly TimelineItem[] = []) {
  const queries = createQueryClient()
  queries.setQueryData(timelineQuery(view.id).queryKey, [...course])
  return render(<QueryClientProvider client={queries}>{element}</QueryClientProvider>)
}

const nothing = () => undefined

test('a refused form comes back as it was typed, the refused field marked and in focus, until it is changed', () => {
  const payload = { reason: 'alreadySettled', explanation: '去年已办结' }
  setDraft(view.id, 'decline', payload)
  const refused = refusedOrder('decline', payload, {
    fields: [{ path: 'payload.explanation', reason: '须写明办结文号' }],
  })
  draw(<ActForm act="decline" view={view} refused={refused} onComplete={nothing} onBack={nothing} />)
  const explanation = screen.getByRole('textbox', { name: '说明' })
  expect(explanation).toHaveProperty('value', '去年已办结')
  expect(explanation.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(explanation)
  expect(screen.getByText('须写明办结文号')).toBeDefined()

  fireEvent.change(explanation, { target: { value: '去年已办结，赫住建函〔2025〕12号' } })
  expect(screen.queryByText('须写明办结文号')).toBeNull()
})

const course: TimelineItem[] = [
  {
    seq: 1,
    at: '2026-09-30T09:40:00+08:00',
    type: 'appeal.registered',
    actor: { kind: 'program', id: 'p', label: '' },
    data: {},
  },
  {
    seq: 2,
    at: '2026-09-30T09:41:00+08:00',
    type: 'order.accepted',
    actor: { kind: 'person', id: 'a', label: '市中心 周*' },
    data: {},
  },
  {
    seq: 3,
    at: '2026-09-30T09:42:00+08:00',
    type: 'order.declined',
    actor: { kind: 'person', id: 'b', label: '市中心 李*' },
    data: { reason: 'alreadySettled', explanation: '已办结' },
  },
]

test('a clash shows what happened meanwhile beside what one was about to do, and asks again while it is still possible', () => {
  const order = refusedOrder('dispatch', {}, { code: 'case.staleVersion', status: 409 })
  let again = 0
  const theirs = { ...view, version: 3 }
  draw(<ClashCard view={theirs} order={order} onAgain={() => (again += 1)} onLook={nothing} />, course)
  expect(screen.getByText('您看到第 2 版，枢纽上已是第 3 版')).toBeDefined()
  expect(screen.getByText('不予受理 · 理由：已依法办结 · 市中心 李*')).toBeDefined()
  expect(screen.queryByText(/受理 · 市中心 周/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '按最新情况再送' }))
  expect(again).toBe(1)
})

test('a clash offers no second try when the act is not possible any more, nor before the latest is here', () => {
  const order = refusedOrder('dispatch', {}, { code: 'case.staleVersion', status: 409 })
  const reason = '现在是“不予受理”，不能办这一步。'
  const declined: CaseView = {
    ...view,
    version: 3,
    state: 'declined',
    allowedCommands: ['note'],
    refusedCommands: [{ type: 'dispatch', code: 'transition.notNow', reason }],
  }
  const { unmount } = draw(<ClashCard view={declined} order={order} onAgain={nothing} onLook={nothing} />, course)
  expect(screen.getByRole('alert').textContent).toContain(reason)
  expect(screen.queryByRole('button', { name: '按最新情况再送' })).toBeNull()
  unmount()

  draw(<ClashCard view={view} order={order} onAgain={nothing} onLook={nothing} />, course.slice(0, 2))
  expect(screen.getByText('正在取最新情况')).toBeDefined()
  expect(screen.queryByRole('button', { name: '按最新情况再送' })).toBeNull()
})

test('an order carries the version the officer saw, and its refusal comes back with it', async () => {
  const sent: object[] = []
  const { outcome: refusal } = refusedOrder('dispatch', {}, { code: 'case.staleVersion' })
  const outcome = await giveOrder(
    (order) => {
      sent.push(order)
      return Promise.resolve(refusal.kind === 'refused' ? refusal : { kind: 'done', version: 3 })
    },
    { caseId: view.id, act: 'dispatch', command: 'dispatch', payload: {}, expectedVersion: 2, seenState: view.state },
  )
  expect(sent).toEqual([{ caseId: view.id, type: 'dispatch', payload: {}, expectedVersion: 2 }])
  expect(outcome).toBe(refusal)
})

test('after his own order an officer’s next one is made against the version it made, read again or not', () => {
  const done: Order = { ...refusedOrder('note', {}, {}), outcome: { kind: 'done', version: 4, at: 0 } }
  expect(versionKnown(3, done)).toBe(4)
  expect(versionKnown(5, done)).toBe(5)
  expect(versionKnown(3, refusedOrder('note', {}, {}))).toBe(3)
  expect(versionKnown(3, null)).toBe(3)
})
