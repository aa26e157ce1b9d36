import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { msOf } from '../../hub-server/contract/instant.ts'
import { startHub, type RunningHub } from '../../test/support/hubs.ts'
import { SignInGate } from '../features/sign-in/sign-in-gate.tsx'
import { signIn, signOut } from '../hub/session.ts'
import { keyRegistry } from '../shared/keys/use-keys.ts'
import { startTexts } from '../shared/text/i18n.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { DeskScreen } from './desk.tsx'

/** A Monday morning without a holiday near. */
const morning = '2026-11-23T09:00:00+08:00'
let hub: RunningHub

beforeAll(async () => {
  await startTexts('zh-CN')
  // Here boxes have no size: a list 800 high has a view of some sixteen rows.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800)
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(880)
  Element.prototype.scrollIntoView = () => undefined
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {
        return undefined
      }
      unobserve() {
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

async function openDesk(username = 'duty.city') {
  const signedIn = await signIn(username, 'fengqiao-demo')
  if (!signedIn.ok) throw new Error(`${username} was not let in`)
  hubClock.setFromHub(msOf(morning))
  render(
    <SignInGate>
      <DeskScreen />
    </SignInGate>,
  )
  await screen.findByText('本枢纽已连接')
}

/** Appeals with these titles, a minute apart, so that the first is due first. */
async function takeIn(...titles: string[]): Promise<string[]> {
  const ids: string[] = []
  for (const title of titles) {
    const { id } = await hub.takeIn({ title, text: `${title}，请处理。` })
    ids.push(id)
    await hub.wait({ minutes: 1 })
  }
  return ids
}

async function endByAnother(id: string) {
  const told = await hub.ask('POST', `/cases/${id}/commands`, {
    token: await hub.signIn('duty.city'),
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { type: 'decline', payload: { reason: 'alreadySettled', explanation: '已由网格办结' } },
  })
  expect(told.status).toBe(200)
}

const press = (key: string, extra: KeyboardEventInit = {}) =>
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...extra })
const titles = () => [...document.querySelectorAll('.case-row-title')].map((title) => title.textContent)
const focusedTitle = () => document.querySelector('.case-row.is-focused .case-row-title')?.textContent

test('what waits for the officer stands in his list by what falls due first, and the counts say the same', async () => {
  await takeIn('路灯不亮', '下水道堵塞', '噪声扰民')
  await openDesk()
  await waitFor(() => expect(titles()).toEqual(['路灯不亮', '下水道堵塞', '噪声扰民']))
  expect(screen.getByRole('grid', { name: '我的列表' })).toBeDefined()
  const rail = screen.getByRole('navigation', { name: '队列' })
  const counts = within(rail)
    .getAllByRole('button')
    .map((item) => item.textContent)
  expect(counts.slice(0, 3)).toEqual(['1我的3', '2待分流3', '3待签收0'])
})

test('a new appeal pushes nothing: it is announced, and stands in its place when asked for by key', async () => {
  await takeIn('路灯不亮')
  await openDesk()
  await waitFor(() => expect(titles()).toEqual(['路灯不亮']))
  await takeIn('下水道堵塞')
  await screen.findByText(/新到 1 件，未插入/)
  expect(titles()).toEqual(['路灯不亮'])
  press('.')
  await waitFor(() => expect(titles()).toEqual(['路灯不亮', '下水道堵塞']))
  expect(screen.queryByText(/未插入/)).toBeNull()
})

test('when another officer takes the focused row away, the focus stays at the same place in the list', async () => {
  const [, second] = await takeIn('路灯不亮', '下水道堵塞', '噪声扰民')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(3))
  press('j')
  await waitFor(() => expect(focusedTitle()).toBe('下水道堵塞'))
  await endByAnother(second!)
  await waitFor(() => expect(titles()).toEqual(['路灯不亮', '噪声扰民']))
  expect(focusedTitle()).toBe('噪声扰民')
  press('k')
  await waitFor(() => expect(focusedTitle()).toBe('路灯不亮'))
})

test('Enter opens the focused case beside the list, Esc closes it, and a digit changes the queue', async () => {
  await takeIn('路灯不亮', '下水道堵塞')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(2))
  press('End')
  await waitFor(() => expect(focusedTitle()).toBe('下水道堵塞'))
  press('Enter')
  expect((await screen.findByRole('heading', { level: 1, name: /下水道堵塞/ })).textContent).toContain('下水道堵塞')
  expect(document.querySelector('[aria-selected="true"] .case-row-title')?.textContent).toBe('下水道堵塞')
  press('Escape')
  await screen.findByText('打开一件，案卷在这里。')
  press('3')
  await screen.findByText('待签收没有事项。')
  press('0')
  await waitFor(() => expect(titles()).toHaveLength(2))
})

test('no key has two meanings in one scope, with a case open, in the search and in the key sheet', async () => {
  await takeIn('路灯不亮')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(1))
  press('Enter')
  await screen.findByRole('heading', { level: 1, name: /路灯不亮/ })
  await screen.findByRole('button', { name: /^受理/ })
  expect(keyRegistry.conflicts()).toEqual([])
  press('/')
  await screen.findByRole('combobox')
  expect(keyRegistry.conflicts()).toEqual([])
  press('Escape')
  await waitFor(() => expect(screen.queryByRole('combobox')).toBeNull())
  press('?', { shiftKey: true })
  const sheet = await screen.findByRole('dialog', { name: '按键表' })
  for (const label of ['下一件', '查找', '登记来电', '受理']) expect(within(sheet).getByText(label)).toBeDefined()
  expect(keyRegistry.conflicts()).toEqual([])
})

test('a case is found by the last digits of its code and by a single character, with the words marked', async () => {
  await takeIn('路灯不亮', '下水道堵塞')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(2))
  const code = document.querySelectorAll('.case-row .ui-code-text')[1]?.textContent ?? ''
  press('/')
  const field = await screen.findByRole('combobox')
  fireEvent.change(field, { target: { value: code.slice(-4) } })
  const found = await screen.findByRole('option')
  expect(found.textContent).toContain('下水道堵塞')
  expect(found.querySelector('mark')?.textContent).toBe(code.slice(-4))
  fireEvent.change(field, { target: { value: '灯' } })
  await waitFor(() => expect(screen.getByRole('option').querySelector('mark')?.textContent).toBe('灯'))
  press('Enter')
  await screen.findByRole('heading', { level: 1, name: /路灯不亮/ })
  expect(screen.queryByRole('combobox')).toBeNull()
})

test('N takes down a call over the list, and Esc gives the list back as it was', async () => {
  await takeIn('路灯不亮', '下水道堵塞')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(2))
  press('j')
  press('n')
  await screen.findByRole('region', { name: '登记' })
  expect(keyRegistry.conflicts()).toEqual([])
  fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' })
  await waitFor(() => expect(screen.queryByRole('region', { name: '登记' })).toBeNull())
  expect(focusedTitle()).toBe('下水道堵塞')
})

test('while the hub is lost the desk says so and keeps what it knew; it heals when the hub is back', async () => {
  await takeIn('路灯不亮')
  await openDesk()
  await waitFor(() => expect(titles()).toEqual(['路灯不亮']))
  const restarted = hub.restart()
  await screen.findByText(/^枢纽失联 /)
  expect(titles()).toEqual(['路灯不亮'])
  expect(document.querySelector('.case-row.is-stale')).not.toBeNull()
  await restarted
  press('r', { altKey: true, code: 'KeyR' })
  await screen.findByText('本枢纽已连接', undefined, { timeout: 10_000 })
  await takeIn('下水道堵塞')
  await screen.findByText(/新到 1 件，未插入/)
})

test('a session that is ended elsewhere brings back the sign-in, with the reason', async () => {
  await takeIn('路灯不亮')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(1))
  const { token } = JSON.parse(sessionStorage.getItem('fengqiao.session') ?? '{}') as { token: string }
  await hub.ask('DELETE', '/session', { token })
  await screen.findByLabelText('密码')
  expect(document.body.textContent).toContain('登录已失效')
})

test('a unit sees what it has to do, and an empty queue says so with the next useful key', async () => {
  await openDesk('unit.city')
  await screen.findByText('没有等您处理的事项。')
  expect(screen.getByRole('button', { name: /登记一件 ?N/ })).toBeDefined()
})

test('an account that may see no case is told so, and not that the hub is lost', async () => {
  const signedIn = await signIn('sysadmin.city', 'fengqiao-demo')
  expect(signedIn.ok).toBe(true)
  render(
    <SignInGate>
      <DeskScreen />
    </SignInGate>,
  )
  await screen.findByText('本账号没有看案件的角色，请换一个账号登录。')
  expect(screen.queryByText(/失联/)).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: '退出登录' }))
  await screen.findByLabelText('密码')
})

test('Enter right behind the last letter opens what the words find, not what stood there while they were typed', async () => {
  await takeIn('路灯不亮', '下水道堵塞')
  await openDesk()
  await waitFor(() => expect(titles()).toHaveLength(2))
  const code = document.querySelectorAll('.case-row .ui-code-text')[1]?.textContent ?? ''
  press('/')
  const field = await screen.findByRole('combobox')
  // A whole code is not in the words of this window: the hub alone can find it.
  fireEvent.change(field, { target: { value: '路' } })
  await screen.findByRole('option')
  fireEvent.change(field, { target: { value: code } })
  press('Enter')
  await screen.findByRole('heading', { level: 1, name: /下水道堵塞/ })
})
