import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { startHub, township, type RunningHub } from '../../../test/support/hubs.ts'
import { signIn, signOut } from '../../hub/session.ts'
import { StationProvider } from '../../hub/station.tsx'
import { keyRegistry } from '../../shared/keys/use-keys.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { changeDraft, clearDraft, currentDraft } from './draft.ts'
import { RegisterPanel } from './register-panel.tsx'

/** A Monday morning without a holiday near. */
const morning = '2026-11-23T09:00:00+08:00'
const boards = [{ board: 'cases' as const }]
const words = '您好，菱角岔村小学旁边的桥面塌了一块。下午校车过不来，请派人来看。'
let hub: RunningHub
let opened: string[]
let closed: number
/** Where the window thinks its hub is. */
let address: string

beforeAll(async () => {
  await startTexts('zh-CN')
})

beforeEach(async () => {
  hub = await startHub({ clock: morning })
  opened = []
  closed = 0
  address = hub.url()
  vi.stubGlobal('station', { hub: () => Promise.resolve({ url: address, fixed: true }) })
})

afterEach(async () => {
  cleanup()
  clearDraft()
  await signOut()
  await hub.stop()
})

async function openPanel(username = 'duty.city') {
  const signedIn = await signIn(username, 'fengqiao-demo')
  if (!signedIn.ok) throw new Error(`${username} was not let in`)
  hubClock.setFromHub(msOf(morning))
  render(
    <StationProvider namespace="/desk" boards={boards}>
      <RegisterPanel
        onDone={(caseId) => opened.push(caseId)}
        onClose={() => {
          closed += 1
        }}
      />
    </StationProvider>,
  )
  // The sentence counts its moments from the rules and the calendar of the hub.
  await waitFor(() => expect(sentence()).toMatch(/12月3日 18:00 前答复/))
}

const sentence = () => document.querySelector('.register-sentence')?.textContent ?? ''
const focused = () => document.activeElement ?? document.body
const field = (name: string) => screen.getByLabelText(name)
const write = (name: string, value: string) => {
  act(() => field(name).focus())
  fireEvent.change(field(name), { target: { value } })
}

/** Presses a key at what has the focus; Tab goes on as a browser does, a group of choices being one stop. */
function press(key: string, extra: KeyboardEventInit = {}) {
  const from = focused()
  const goesOn = fireEvent.keyDown(from, { key, ...extra })
  if (key !== 'Tab' || !goesOn) return
  const all = [...document.querySelectorAll<HTMLElement>('input, textarea, button')]
  const stops = all.filter(
    (each) => each.tabIndex >= 0 && (!isRadio(each) || isStopOfGroup(each, all) || each === from),
  )
  const group = isRadio(from) ? from.name : null
  const next = stops.slice(stops.indexOf(from as HTMLElement) + 1).find((each) => !isRadio(each) || each.name !== group)
  act(() => next?.focus())
}

function isRadio(element: Element): element is HTMLInputElement {
  return element instanceof HTMLInputElement && element.type === 'radio'
}

function isStopOfGroup(radio: HTMLInputElement, all: readonly HTMLElement[]) {
  const group = all.filter(isRadio).filter(({ name }) => name === radio.name)
  return radio === (group.find(({ checked }) => checked) ?? group[0])
}

const type = (text: string) => fireEvent.change(focused(), { target: { value: text } })

/** A draft that needs nothing more but the key to save it. */
function fillIn(change: Parameters<typeof changeDraft>[0] = {}) {
  act(() => changeDraft({ text: words, title: '桥面塌陷', place: township, kind: 'help', ...change }))
}

async function casesTitled(title: string) {
  const told = await hub.ask('GET', `/cases?q=${encodeURIComponent(title)}`, { token: await hub.signIn('duty.city') })
  return (told.body as { items: { id: string; state: string; leadUnit: { name: string } | null }[] }).items
}

test('an ordinary call is registered and dispatched with at most twelve keys beyond the words', async () => {
  await openPanel()
  let keys = 1 // N, which opened the sheet
  const stroke = (key: string, extra: KeyboardEventInit = {}) => {
    keys += 1
    press(key, extra)
  }
  expect(focused()).toBe(field('诉求'))
  type(words)
  stroke('Tab')
  stroke('Tab')
  expect(field('标题')).toHaveProperty('value', '菱角岔村小学旁边的桥面塌了一块')
  type('菱角岔')
  await screen.findByRole('option', { name: /赫山区 · 泉交河镇 · 菱角岔村/ })
  stroke('Tab')
  stroke('2')
  stroke('Tab')
  stroke('2')
  stroke('Tab')
  stroke('Tab')
  expect(focused()).toBe(field('主办'))
  type('赫 交通')
  await screen.findByRole('option', { name: /赫山区交通运输局/ })
  stroke('Tab')
  expect(sentence()).toMatch(
    /^登记为 求助 · 紧急，派 赫山区交通运输局 主办；11月24日 \d\d:\d\d 前答复，凭查询码查看。$/,
  )
  stroke('Enter', { ctrlKey: true })
  expect(keys).toBeLessThanOrEqual(12)

  await screen.findByText('派给 赫山区交通运输局')
  await waitFor(() => expect(screen.getAllByText('已办')).toHaveLength(2))
  const [saved] = await casesTitled('桥面塌了一块')
  expect([saved?.state, saved?.leadUnit?.name]).toEqual(['pendingAck', '赫山区交通局'])
  expect(document.querySelector('.register-code')?.textContent).toMatch(/^[0-9A-Z]{4} [0-9A-Z]{4} [0-9A-Z]{4}$/)
  press('Enter')
  expect(opened).toEqual([saved?.id])
})

test('no key has two meanings, on the sheet and after saving', async () => {
  await openPanel()
  expect(keyRegistry.conflicts()).toEqual([])
  fillIn()
  press('s', { ctrlKey: true })
  await screen.findByRole('button', { name: /^再登记一件/ })
  expect(keyRegistry.conflicts()).toEqual([])
  press('n')
  expect(field('诉求')).toHaveProperty('value', '')
  expect(document.querySelector('.register-last')?.textContent).toMatch(
    /^上一件 YY261123-0001 · 查询码 \w{4} \w{4} \w{4}$/,
  )
})

test('a phone is covered as soon as the field is left, and the caller’s matters stand beside it, open ones first', async () => {
  const closedOne = await hub.takeIn({ title: '早先的事', text: '早先的事，已了结。' })
  await hub.ask('POST', `/cases/${closedOne.id}/commands`, {
    token: await hub.signIn('duty.city'),
    headers: { 'idempotency-key': crypto.randomUUID() },
    body: { type: 'decline', payload: { reason: 'alreadySettled', explanation: '已办结' } },
  })
  await hub.takeIn({ title: '在办的事', text: '在办的事，请处理。' })
  await openPanel()
  write('电话', '13912345678')
  expect(field('电话')).toHaveProperty('value', '13912345678')
  expect(screen.queryByText('在办的事')).toBeNull()
  act(() => field('诉求').focus())
  expect(field('电话')).toHaveProperty('value', '139****5678')
  const past = screen.getByRole('region', { name: '此号码 90 天内' })
  await within(past).findByText('在办的事')
  expect(
    within(past)
      .getAllByRole('listitem')
      .map((item) => item.querySelector('.register-past-title')?.textContent),
  ).toEqual(['在办在办的事', '不予受理早先的事'])
  act(() => field('电话').focus())
  expect(field('电话')).toHaveProperty('value', '13912345678')
})

test('the proposed title waits for Tab and never replaces what a person wrote', async () => {
  await openPanel()
  write('诉求', words)
  expect(field('标题')).toHaveProperty('value', '')
  write('标题', '桥塌了')
  press('Tab')
  expect(field('标题')).toHaveProperty('value', '桥塌了')
  write('诉求', '另一件事，与桥无关，请再听一遍。')
  expect(field('标题')).toHaveProperty('value', '桥塌了')
})

test('the writer is told what in his text will be covered', async () => {
  await openPanel()
  write('诉求', '我的电话 13900002046，车牌湘H·12345')
  expect(screen.getByText(/电话、车牌将自动遮盖/)).toBeDefined()
})

test('a likely duplicate must be decided before saving; nothing is merged, and the answer names it', async () => {
  const first = await hub.takeIn()
  await openPanel()
  fillIn({ title: '小区路灯不亮', phone: '13900000000' })
  const card = await screen.findByRole('alert', { name: '疑似重复' })
  expect(
    within(card)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['＝同一地点', '＝标题用词相近', '≠不是同一电话'])
  press('s', { ctrlKey: true })
  await screen.findByText(/请先定疑似重复/)
  expect(await casesTitled('路灯')).toHaveLength(1)
  press('j', { altKey: true, code: 'KeyJ' })
  expect(opened).toEqual([first.id])
  press('k', { altKey: true, code: 'KeyK' })
  press('s', { ctrlKey: true })
  expect((await screen.findByText(/枢纽判为疑似重复/)).textContent).toContain(first.caseCode)
  expect(await casesTitled('路灯')).toHaveLength(2)
})

test('what is missing is said at its field, the first one gets the cursor, and nothing is sent', async () => {
  await openPanel()
  write('诉求', words)
  press('Enter', { ctrlKey: true })
  expect(focused()).toBe(field('标题'))
  expect(screen.getAllByRole('alert').map((each) => each.textContent)).toEqual(['必填', '必填', '必填', '必填'])
  write('电话', '12ab')
  act(() => field('诉求').focus())
  expect(screen.getByText('电话由数字组成，至少 5 位')).toBeDefined()
  expect(await casesTitled('桥')).toEqual([])
})

test('what the hub refuses comes back to its field with everything as it was typed', async () => {
  await openPanel()
  fillIn({ category: '没有/这一类' })
  press('s', { ctrlKey: true })
  await screen.findByText('没有登记')
  const category = screen.getByRole('combobox', { name: '类别' })
  expect(focused()).toBe(category)
  expect(category.getAttribute('aria-invalid')).toBe('true')
  expect([field('诉求'), field('标题')].map((each) => (each as HTMLInputElement).value)).toEqual([words, '桥面塌陷'])
  act(() => changeDraft({ category: null }))
  expect(category.getAttribute('aria-invalid')).toBeNull()
})

test('while nobody answers the draft stays and goes out again by itself, under the same key', async () => {
  await openPanel()
  fillIn()
  const { key } = currentDraft()
  address = 'http://127.0.0.1:9'
  press('s', { ctrlKey: true })
  await screen.findByText(/没有收到枢纽的回答/)
  expect([currentDraft().text, currentDraft().key]).toEqual([words, key])
  expect(screen.getByText('待发')).toBeDefined()
  address = hub.url()
  await screen.findByRole('button', { name: /^再登记一件/ }, { timeout: 6000 })
  expect(await casesTitled('桥面塌陷')).toHaveLength(1)
})

test('words changed after a try that had arrived after all are not saved twice, and that is said', async () => {
  await openPanel()
  fillIn()
  address = 'http://127.0.0.1:9'
  press('s', { ctrlKey: true })
  fireEvent.click(await screen.findByRole('button', { name: '先不送，接着写' }))
  expect(screen.getByText(/再按登记用同一编号/)).toBeDefined()
  const { key, sent } = currentDraft()
  // The first try did reach the hub; only its answer was lost.
  const told = await hub.ask('POST', '/appeals', {
    token: (JSON.parse(sessionStorage.getItem('fengqiao.session') ?? '{}') as { token: string }).token,
    headers: { 'idempotency-key': key },
    body: sent,
  })
  expect(told.status).toBe(201)
  address = hub.url()
  write('诉求', `${words}桥头还有二十户人家。`)
  press('s', { ctrlKey: true })
  await screen.findByText(/先前送出的内容已经登记/)
  expect(await casesTitled('桥面塌陷')).toHaveLength(1)
})

test('that the caller was told is saved in the case’s own course', async () => {
  await openPanel()
  fillIn()
  press('y', { altKey: true, code: 'KeyY' })
  press('s', { ctrlKey: true })
  await screen.findByText('记下已说明信息用途')
  await screen.findByText('已办')
  const [saved] = await casesTitled('桥面塌陷')
  const course = await hub.ask('GET', `/cases/${saved?.id ?? ''}/timeline`, { token: await hub.signIn('duty.city') })
  expect(JSON.stringify(course.body)).toContain('已向诉求人说明信息用途')
})

test('Esc keeps the draft for its writer and for nobody else', async () => {
  await openPanel()
  write('诉求', words)
  press('Escape')
  expect(closed).toBe(1)
  cleanup()
  await openPanel()
  expect(field('诉求')).toHaveProperty('value', words)
  cleanup()
  await signOut()
  await openPanel('director.city')
  expect(field('诉求')).toHaveProperty('value', '')
})
