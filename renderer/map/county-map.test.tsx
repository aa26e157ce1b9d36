import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { startTexts } from '../shared/text/i18n.ts'
import type { CountyArea, MapPin } from './county-area.ts'
import { CountyMap } from './county-map.tsx'
import { pointOf } from './outlines.ts'

beforeAll(() => startTexts('zh-CN'))

// jsdom lays nothing out: the box of the wall is given, and nothing ever changes its size.
beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1232)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(832)
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  )
})
afterEach(() => {
  cleanup()
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const heshan: CountyArea = {
  code: '430903000000',
  name: '赫山区',
  open: 612,
  perTenThousand: 11.1,
  red: 1,
  yellow: 6,
  blue: 17,
}
const anhua: CountyArea = {
  ...heshan,
  code: '430923000000',
  name: '安化县',
  open: 458,
  perTenThousand: 6,
  stale: '2026-11-23T10:21:00+08:00',
}
const datonghu: CountyArea = {
  code: '430971000000',
  name: '大通湖',
  open: 52,
  perTenThousand: null,
  red: 0,
  yellow: 0,
  blue: 0,
}
const areas = [heshan, anhua, datonghu]

function pinAt(code: string, number: number, stale = false): MapPin {
  const [lng, lat] = pointOf(code)!
  return { id: `pin-${String(number)}`, number, colour: 'red', lng, lat, stale }
}

const labelOf = (name: string) =>
  [...document.querySelectorAll('.county-map-label')].find((label) => label.textContent.includes(name))!

test('a county is written with its name, its open cases and its alerts', () => {
  render(<CountyMap areas={areas} theme="dark" pins={[pinAt('430903105000', 1), pinAt('430923103000', 2)]} />)
  expect(labelOf('赫山区').textContent).toBe('赫山区612617')
})

test('where not every red case has a pin, the label tells how many there are', () => {
  render(<CountyMap areas={areas} theme="dark" />)
  expect(labelOf('赫山区').textContent).toBe('赫山区6121617')
})

test('on a wall an area with one or two cases of a colour shows <3', () => {
  render(<CountyMap areas={[{ ...heshan, red: 0, yellow: 2, blue: 0 }]} theme="dark" smallCounts="masked" />)
  expect(labelOf('赫山区').textContent).toBe('赫山区612<30')
  expect(
    within(screen.getByRole('table'))
      .getAllByRole('cell')
      .map((cell) => cell.textContent),
  ).toContain('<3')
})

test('a county that is cut off keeps its last count, is hatched, and says how far its data reach', () => {
  render(<CountyMap areas={areas} theme="dark" pins={[pinAt('430923103000', 2, true)]} />)
  expect(labelOf('安化县').textContent).toBe('安化县458断连 · 数据截至 10:21')
  const hatched = document.querySelectorAll('.county-map-area[data-stale="true"]')
  expect(hatched.length).toBe(1)
  expect(document.querySelector('.county-map-pin')?.getAttribute('data-stale')).toBe('true')
})

test('an area without outline and without alerts is a tile that says so', () => {
  render(<CountyMap areas={areas} theme="dark" />)
  expect(labelOf('大通湖').className).toContain('county-map-tile')
  expect(labelOf('大通湖').textContent).toBe('大通湖52无预警')
})

test('without a graphics device the outlines are drawn all the same, and the map says so', async () => {
  render(<CountyMap areas={areas} theme="dark" />)
  expect(await screen.findByText('无图形加速，简图')).toBeDefined()
  const painted = document.querySelector('.county-map-svg')!
  expect(painted.getAttribute('data-painted')).toBe('true')
  expect(painted.querySelectorAll('.county-map-area').length).toBe(6)
})

test('the map always says that it is a schematic, with the approval number where there is one', () => {
  const { rerender } = render(<CountyMap areas={areas} theme="light" />)
  expect(screen.getByText('示意图，边界已简化')).toBeDefined()
  rerender(<CountyMap areas={areas} theme="light" approvalNumber="湘S(2026)001号" />)
  expect(screen.getByText('示意图，边界已简化 · 湘S(2026)001号')).toBeDefined()
})

test('those who cannot see the map read the same figures in a table', () => {
  render(<CountyMap areas={areas} theme="dark" />)
  const rows = within(screen.getByRole('table', { name: '各县（市、区）在办件' })).getAllByRole('row')
  expect(rows.map((row) => [...row.children].map((cell) => cell.textContent).join(' '))).toEqual([
    '县（市、区） 在办件 每万人在办 红 黄 蓝 数据状态',
    '赫山区 612 11.1 1 6 17 在线',
    '安化县 458 6.0 1 6 17 断连 · 数据截至 10:21',
    '大通湖 52 未知 0 0 0 在线',
  ])
})

test('on a desk an area is chosen by its label or by its outline, and says that it is chosen', () => {
  const chosen: string[] = []
  render(<CountyMap areas={areas} theme="light" selected="430903000000" onSelect={(code) => chosen.push(code)} />)
  expect(labelOf('赫山区').getAttribute('aria-pressed')).toBe('true')
  fireEvent.click(screen.getByRole('button', { name: /大通湖/ }))
  fireEvent.click(document.querySelectorAll('.county-map-area')[0]!)
  expect(chosen).toEqual(['430971000000', '430902000000'])
})

test('a wall offers nothing to act on', () => {
  render(<CountyMap areas={areas} theme="dark" />)
  expect(screen.queryAllByRole('button')).toEqual([])
})

test('a name that looks like markup stays text', () => {
  const name = '<img src=x onerror=alert(1)>'
  render(<CountyMap areas={[{ ...heshan, name }]} theme="dark" />)
  expect(document.querySelector('img')).toBeNull()
  expect(labelOf(name).textContent).toContain(name)
})
