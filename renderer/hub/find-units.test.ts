import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { unitsDocumentSchema } from '../../hub-server/contract/reference.ts'
import { findUnits } from './find-units.ts'

const file = join(import.meta.dirname, '../../resources/reference/units.json')
const units = unitsDocumentSchema.parse(JSON.parse(readFileSync(file, 'utf8'))).items
const found = (typed: string, division: string) => findUnits(units, typed, division).map(({ shortName }) => shortName)

test('a part of the name finds the unit of the place first, then that of the city', () => {
  expect(found('住建', '430903001001').slice(0, 2)).toEqual(['赫山区住建局', '市住建局'])
})

test('parts may be given apart, or as signs in their order, or as the English word of the department', () => {
  expect(found('资阳 城管', '430903001001')).toEqual(['资阳区城管局'])
  expect(found('资城管', '430903001001')).toEqual(['资阳区城管局'])
  expect(found('housing', '430902000000')[0]).toBe('资阳区住建局')
})

test('nothing typed finds nothing, and so does what no unit is called', () => {
  expect(found('  ', '430903001001')).toEqual([])
  expect(found('宇航', '430903001001')).toEqual([])
})
