import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { divisionsDocumentSchema } from '../../../hub-server/contract/reference.ts'
import { findPlaces, placesOf } from './places.ts'

const { items } = divisionsDocumentSchema.parse(JSON.parse(readFileSync('resources/reference/divisions.json', 'utf8')))
const places = placesOf(items)
const city = { code: '430900000000', tier: 'city' } as const
const found = (typed: string, centre: Parameters<typeof findPlaces>[2] = city) =>
  findPlaces(places.values(), typed, centre).map(({ path }) => path)

test('a village is found by its name and shown with its township and county', () => {
  expect(found('菱角岔')).toEqual(['赫山区 · 泉交河镇 · 菱角岔村'])
  expect(places.get('430903000000')?.path).toBe('赫山区')
  expect(places.get('430900000000')?.path).toBe('益阳市')
})

test('a township stands before the villages under it, and two parts narrow the search', () => {
  const of = found('泉交河镇')
  expect(of[0]).toBe('赫山区 · 泉交河镇')
  expect(of[1]).toMatch(/^赫山区 · 泉交河镇 · /)
  expect(found('泉交河 菱角')).toEqual(['赫山区 · 泉交河镇 · 菱角岔村'])
})

test('digits are read as the beginning of a code, the shortest place first', () => {
  expect(found('430903')[0]).toBe('赫山区')
  const [village] = items.filter(({ shortName }) => shortName === '菱角岔村')
  expect(found(village!.code)).toEqual(['赫山区 · 泉交河镇 · 菱角岔村'])
})

test('a county centre offers no place of another county', () => {
  expect(found('菱角岔', { code: '430922000000', tier: 'county' })).toEqual([])
  expect(found('菱角岔', { code: '430903000000', tier: 'county' })).toHaveLength(1)
})

test('nothing typed and nothing meant find nothing', () => {
  expect(found('  ')).toEqual([])
  expect(found('没有这个地方')).toEqual([])
})
