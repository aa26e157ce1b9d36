import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { housing, otherCounty, startHub, type RunningHub } from '../../../test/support/hubs.ts'
import { signIn, signOut } from '../../hub/session.ts'
import { StationProvider } from '../../hub/station.tsx'
import { startTexts } from '../../shared/text/i18n.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { CaseFilePanel } from './case-file-panel.tsx'

/** The Wednesday before the National Day of 2026. */
const morning = '2026-09-30T09:40:00+08:00'
const boards = [{ board: 'cases' as const }]
let hub: RunningHub

// A busy machine answers later; what does not come at all still fails.
configure({ asyncUtilTimeout: 8000 })

beforeAll(async () => {
  await startTexts('zh-CN')
  // Boxes have no size here, so the map is never painted.
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {
        return undefined
      }
      disconnect() {
        return undefined
      }
    },
  )
})

beforeEach(async () => {
  hub = await startHub({ clock: morning })
  vi.stubGlobal('station', { hub: () => Promise.resolve({ url: hub.url(), fixed: true }) })
})

afterEach(async () => {
  cleanup()
  await signOut()
  await hub.stop()
})

async function openCase(username: string, caseId: string) {
  const signedIn = await signIn(username, 'fengqiao-demo')
  if (!signedIn.ok) throw new Error(`${username} was not let in`)
  hubClock.setFromHub(msOf(morning))
  const panel = render(
    <StationProvider namespace="/desk" boards={boards}>
      <CaseFilePanel caseId={caseId} />
    </StationProvider>,
  )
  await screen.findByRole('heading', { level: 1 })
  return panel
}

async function give(username: string, caseId: string, type: string, payload: object = {}) {
  const told = await hub.ask('POST', `/cases/${caseId}/commands`, {
    token: await hub.signIn(username),
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { type, payload },
  })
  if (told.status !== 200) throw new Error(`${type} was refused: ${JSON.stringify(told.body)}`)
}

async function dispatchedCase() {
  const { id } = await hub.takeIn({ divisionCode: otherCounty })
  await give('duty.city', id, 'accept')
  await give('duty.city', id, 'dispatch', { leadUnit: housing, urgency: 'normal' })
  return id
}

const readBackOf = (container: HTMLElement) => container.querySelector('.read-back-words')?.textContent ?? ''

test('a case says what will happen, what may be done with which key, and why the rest cannot', async () => {
  const { id } = await hub.takeIn()
  const { container } = await openCase('duty.city', id)
  await waitFor(() => expect(readBackOf(container)).toBe('受理，转为待派单，今天 18:00 前派出'))
  expect(screen.getByRole('button', { name: /^受理 ?A$/ }).className).toContain('is-primary')
  const refused = within(screen.getByRole('list', { name: '暂不能' })).getAllByRole('listitem')
  expect(refused.map((line) => line.textContent).slice(0, 4)).toEqual([
    '暂不能',
    '派单 须先受理',
    '审核 单位未提交答复',
    '销号 未回访',
  ])
})

test('who accepts by one key sees the case move on, and the next act is then the expected one', async () => {
  const { id } = await hub.takeIn()
  await openCase('duty.city', id)
  await screen.findByRole('button', { name: /^受理 ?A$/ })
  fireEvent.keyDown(document.body, { key: 'a' })
  await screen.findByText('待派单')
  expect(await screen.findByRole('button', { name: /^派单 ?P$/ })).toBeDefined()
  expect(await screen.findByText(/受理 · 现为第 2 版/)).toBeDefined()
})

test('the order is read back with its unit and the moments the hub counts over the National Day', async () => {
  const { id } = await hub.takeIn()
  await give('duty.city', id, 'accept')
  const { container } = await openCase('duty.city', id)
  fireEvent.click(await screen.findByRole('button', { name: /^派单 ?P$/ }))
  await waitFor(() => expect(readBackOf(container)).toBe('派给主办单位，10月8日 18:00 前签收，10月13日 18:00 前办结'))
  fireEvent.change(screen.getByRole('combobox', { name: '主办单位' }), { target: { value: '市住建' } })
  fireEvent.keyDown(screen.getByRole('combobox', { name: '主办单位' }), { key: 'Enter' })
  await waitFor(() =>
    expect(readBackOf(container)).toBe('由 益阳市住房和城乡建设局 主办，10月8日 18:00 前签收，10月13日 18:00 前办结'),
  )
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  await screen.findByText('待签收')
})

test('a form that is not complete is not sent: the field says what is missing', async () => {
  const { id } = await hub.takeIn()
  await give('duty.city', id, 'accept')
  await openCase('duty.city', id)
  fireEvent.click(await screen.findByRole('button', { name: /^派单 ?P$/ }))
  fireEvent.keyDown(document.body, { key: 'Enter', ctrlKey: true })
  const unit = screen.getByRole('combobox', { name: '主办单位' })
  expect(unit.getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByRole('alert').textContent).toBe('必填')
  expect(document.activeElement).toBe(unit)
})

test('what was typed is still there when the form is opened again', async () => {
  const id = await dispatchedCase()
  await openCase('unit.city', id)
  fireEvent.click(await screen.findByRole('button', { name: /^申请退回 ?T$/ }))
  fireEvent.change(screen.getByRole('textbox', { name: '理由' }), { target: { value: '不属本单位职责' } })
  fireEvent.keyDown(document.body, { key: 'Escape' })
  expect(screen.queryByRole('textbox', { name: '理由' })).toBeNull()
  fireEvent.click(await screen.findByRole('button', { name: /^申请退回 ?T$/ }))
  expect(screen.getByRole('textbox', { name: '理由' })).toHaveProperty('value', '不属本单位职责')
})

test('a form tells what others did while it stood open, and bars itself when its act is no longer possible', async () => {
  const { id } = await hub.takeIn()
  await give('duty.city', id, 'accept')
  await openCase('duty.city', id)
  fireEvent.click(await screen.findByRole('button', { name: /^派单 ?P$/ }))
  await give('duty.city', id, 'dispatch', { leadUnit: housing, urgency: 'normal' })
  expect(await screen.findByText('您写的时候，这件有了变化')).toBeDefined()
  expect(screen.getByRole('alert').textContent).toMatch(/^暂不能 现在是“待签收”/)
})

test('a phone is shown for half a minute for a reason that is written down, and then masks itself', async () => {
  const { id } = await hub.takeIn()
  await openCase('duty.city', id)
  expect(await screen.findByText('139****5678')).toBeDefined()
  fireEvent.keyDown(document.body, { key: 'v' })
  fireEvent.keyDown(document.body, { key: '2' })
  const reasons = await screen.findByRole('radiogroup', { name: '显示电话的事由' })
  fireEvent.keyDown(within(reasons).getAllByRole('radio')[0] ?? reasons, { key: '2' })
  fireEvent.keyDown(within(reasons).getAllByRole('radio')[1] ?? reasons, { key: 'Enter' })
  expect(await screen.findByText('13912345678')).toBeDefined()
  const audit = await hub.ask('GET', '/audit', { token: await hub.signIn('auditadmin.city') })
  expect(JSON.stringify(audit.body)).toContain('"fields":["citizen.phone"],"reason":"回访"')

  hubClock.setFromHub(hubClock.now() + 30_000)
  await waitFor(() => expect(screen.queryByText('13912345678')).toBeNull())
  expect(screen.getByText('139****5678')).toBeDefined()
})

test('who has no right to a phone is told so and gets no key', async () => {
  const { id } = await hub.takeIn()
  await openCase('inspector.city', id)
  expect(await screen.findByText('139****5678')).toBeDefined()
  expect(screen.getAllByText('查看须由值班员、承办单位或村级人员').length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: /^显示/ })).toBeNull()
})

test('a case that is not there is said to be missing', async () => {
  await hub.takeIn()
  const signedIn = await signIn('duty.city', 'fengqiao-demo')
  expect(signedIn.ok).toBe(true)
  render(
    <StationProvider namespace="/desk" boards={boards}>
      <CaseFilePanel caseId={crypto.randomUUID()} />
    </StationProvider>,
  )
  expect(await screen.findByText('没有这件，或不在您的范围内。')).toBeDefined()
})
