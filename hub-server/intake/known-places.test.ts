import { expect, test } from 'vitest'
import { loadReference } from '../service/reference.ts'
import { knownPlacesOf } from './known-places.ts'

const reference = loadReference()

test('a centre knows the divisions and grids of its own area only', () => {
  const city = knownPlacesOf(reference, '430900000000')
  const county = knownPlacesOf(reference, '430922000000')
  expect([city.isDivision('430903000000'), county.isDivision('430903000000')]).toEqual([true, false])
  expect([city.isDivision('430181000000'), county.isDivision('430922000000')]).toEqual([false, true])
  const grid = [...reference.grids.values()].find(({ village }) => village.startsWith('430903'))
  expect([city.isGrid(grid!.code), county.isGrid(grid!.code), city.isGrid('x')]).toEqual([true, false, false])
})

test('a place is found by its name when only one of the area has it', () => {
  const city = knownPlacesOf(reference, '430900000000')
  expect(city.divisionNamed('赫山区')).toBe('430903000000')
  expect(city.divisionNamed('大通湖')).toBe('430971000000')
  expect(city.divisionNamed('浏阳市')).toBeUndefined()
  const names = [...reference.divisions.values()].map(({ name }) => name)
  const shared = names.find((name, place) => names.indexOf(name) !== place)
  expect(shared).toBeDefined()
  expect(city.divisionNamed(shared!)).toBeUndefined()
})
