import { cleanup, render, screen } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { FlowNumbers, QueueNumbers, RateNumbers } from '../../../hub-server/contract/board.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { queueNames } from '../../../hub-server/contract/vocabulary.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { FlowTile } from './flow-tile.tsx'
import { rateText } from './rate-text.ts'
import { RatesTile } from './rates-tile.tsx'

const now = msOf('2026-11-23T10:42:08+08:00')
const live = { at: now - 3000, stale: false }
const stopped = { at: msOf('2026-11-23T09:20:00+08:00'), stale: true }
const scope = '430900000000'
const flow: FlowNumbers = {
  id: 'today',
  scope,
  day: '2026-11-23',
  registered: 1352,
  registeredYesterday: 318,
  hour: 10,
  dispatched: 331,
  acknowledged: 287,
  concluded: 214,
  closed: 190,
  expired: 2,
}
const none = { total: 0, red: 0, yellow: 0, blue: 0 }
const queues: QueueNumbers = {
  id: 'queues',
  scope,
  queues: {
    ...(Object.fromEntries(queueNames.map((name) => [name, none])) as QueueNumbers['queues']),
    triage: { ...none, total: 21 },
    acknowledge: { ...none, total: 44 },
    review: { ...none, total: 38 },
    overdue: { ...none, total: 6, red: 6 },
  },
  alerts: { red: 7, yellow: 19, blue: 64, redUnacknowledged: 1 },
}
const rates: RateNumbers = {
  id: 'rates',
  scope,
  from: '2026-11-01',
  to: '2026-11-22',
  response: { numerator: 16_336, denominator: 16_872 },
  resolution: { numerator: 0, denominator: 0 },
  satisfaction: { numerator: 9999, denominator: 10_000 },
}

beforeAll(() => startTexts('zh-CN'))
beforeEach(() => {
  vi.useFakeTimers({ now })
})
afterEach(() => {
  cleanup()
  vi.useRealTimers()
})

const items = () => screen.getAllByRole('listitem').map((item) => item.textContent)

test('each stage of the day stands with what it has left behind, the first with yesterday by the same hour', () => {
  render(<FlowTile flow={flow} queues={queues} feed={live} />)
  expect(items()).toEqual([
    '受理1,352昨日 10 时 318',
    '派单331待派 21',
    '签收287待签 44',
    '办结214待审 38',
    '超期6今日新增 2',
  ])
  expect(screen.getByText('3 秒前')).toBeTruthy()
})

test('a tile that has stopped keeps its figures, says since when, and never says 0', () => {
  render(<FlowTile flow={flow} queues={queues} feed={stopped} />)
  expect(items()[0]).toContain('1,352')
  expect(items()[4]).toContain('6')
  expect(screen.getByText('停更 1时22分 · 数据停在 09:20')).toBeTruthy()
})

test('before the hub has spoken there is no figure at all', () => {
  const { container } = render(<FlowTile flow={undefined} queues={undefined} feed={{ at: null, stale: false }} />)
  expect(container.textContent).not.toMatch(/[1-9]|^0$/)
  expect(items()).toEqual(['受理', '派单', '签收', '办结', '超期'])
})

test('after midnight the figures of the day before are not given out as today’s', () => {
  render(<FlowTile flow={{ ...flow, day: '2026-11-22' }} queues={queues} feed={live} />)
  expect(screen.getByText('工单 · 11月22日')).toBeTruthy()
})

test('a rate stands with its numerator and denominator, and where nothing was counted there is none', () => {
  render(<RatesTile numbers={rates} feed={live} />)
  expect(items()).toEqual(['响应率96.8%16,336 / 16,872', '解决率暂无0 / 0', '满意率99.9%9,999 / 10,000'])
  expect(screen.getByText('11月1日–11月22日')).toBeTruthy()
})

test('a rate is full only when all are in it, and nothing only when none is', () => {
  expect(rateText({ numerator: 10, denominator: 10 })).toBe('100')
  expect(rateText({ numerator: 99_999, denominator: 100_000 })).toBe('99.9')
  expect(rateText({ numerator: 1, denominator: 100_000 })).toBe('0.1')
  expect(rateText({ numerator: 0, denominator: 5 })).toBe('0')
  expect(rateText({ numerator: 0, denominator: 0 })).toBeNull()
})
