import { cleanup, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { AlertRow } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { AlertLane } from './alert-lane.tsx'

const now = msOf('2026-11-23T10:42:08+08:00')
const live = { at: now - 2000, stale: false }
const stopped = { at: msOf('2026-11-23T09:20:00+08:00'), stale: true }

const overdue: AlertRow = {
  id: 'a',
  caseCode: 'YY2611230001',
  colour: 'red',
  axis: 'time',
  state: 'unacknowledged',
  since: '2026-11-23T10:38:00+08:00',
  township: '430903104000',
  place: '赫山 · 沧水铺镇',
  matter: '欠薪',
  kind: 'complaint',
  unit: '赫山区人社局',
  nextAct: 'acknowledge',
  clock: {
    kind: 'acknowledge',
    dueAt: '2026-11-23T10:00:00+08:00',
    warnAt: '2026-11-23T09:00:00+08:00',
    yellowAt: '2026-11-23T09:30:00+08:00',
    provisional: false,
  },
  registeredAt: '2026-11-23T08:00:00+08:00',
}
const handling: AlertRow = {
  ...overdue,
  id: 'b',
  state: 'acknowledged',
  nextAct: 'submit',
  clock: { ...overdue.clock!, kind: 'handle', dueAt: '2026-11-24T17:54:00+08:00', provisional: true },
  registeredAt: '2026-11-17T08:00:00+08:00',
}

beforeAll(() => startTexts('zh-CN'))
beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const rows = () => screen.getAllByRole('listitem').map((row) => row.textContent)

test('a row says where, what, how long, who, which act, how old, and that nobody has acknowledged it', () => {
  render(<AlertLane colour="red" rows={[overdue]} room={3} feed={live} />)
  const row = screen.getByRole('listitem')
  for (const words of ['沧水铺镇 欠薪', '签收超 00:42', '赫山区人社局', '→ 签收', '未确认', '历时 02:42']) {
    expect(row.textContent).toContain(words)
  }
  expect(row.textContent).not.toContain('赫山 ·')
})

test('the ordinary clock needs no name, and one past the covered calendar is provisional', () => {
  render(<AlertLane colour="yellow" rows={[{ ...handling, colour: 'yellow' }]} room={3} feed={live} />)
  expect(rows()[0]).toContain('暂定剩 1天 7:12')
  expect(rows()[0]).toContain('历时 6天')
})

test('only red rows carry a number, in the order of the lane', () => {
  const { rerender } = render(<AlertLane colour="red" rows={[overdue, handling]} room={3} feed={live} />)
  const marks = () => screen.getAllByRole('listitem').map((row) => row.querySelector('svg text')?.textContent ?? null)
  expect(marks()).toEqual(['1', '2'])
  rerender(<AlertLane colour="blue" rows={[overdue, handling]} room={3} feed={live} />)
  expect(marks()).toEqual([null, null])
})

test('what has no room is counted', () => {
  render(<AlertLane colour="red" rows={[overdue, handling]} room={1} feed={live} />)
  expect(screen.getAllByRole('listitem')).toHaveLength(1)
  expect(screen.getByText(/另 1 件/)).toBeTruthy()
})

test('a lane that has stopped keeps its rows and its count, says until when they were true, and counts down on', () => {
  const { rerender } = render(<AlertLane colour="red" rows={[overdue, handling]} room={3} feed={stopped} />)
  const lane = screen.getByRole('region', { name: '红色预警' })
  expect(within(lane).getByRole('heading').textContent).toBe('红2')
  expect(lane.textContent).toContain('停更 1时22分')
  expect(rows()[0]).toContain('签收超 00:42')
  expect(rows()[0]).toContain('截至 09:20')
  expect(rows()[0]).not.toContain('历时')
  vi.setSystemTime(now + 60_000)
  rerender(<AlertLane colour="red" rows={[overdue, handling]} room={2} feed={{ ...stopped }} />)
  expect(lane.textContent).not.toContain('没有红色预警')
})

test('before the hub has spoken a lane shows neither a number nor that there is nothing', () => {
  render(<AlertLane colour="red" rows={null} room={1} feed={{ at: null, stale: false }} />)
  const lane = screen.getByRole('region', { name: '红色预警' })
  expect(lane.textContent).toBe('红正在取数据')
})

test('an empty lane says so', () => {
  render(<AlertLane colour="red" rows={[]} room={1} feed={live} />)
  expect(screen.getByText('没有红色预警')).toBeTruthy()
})
