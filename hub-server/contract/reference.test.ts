import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  categoriesDocumentSchema,
  categoryPathsOf,
  disputeTypesDocumentSchema,
  divisionsDocumentSchema,
  dutiesDocumentSchema,
  gridRowSchema,
  gridsDocumentSchema,
  unitsDocumentSchema,
} from './reference.ts'

const divisions = divisionsDocumentSchema.parse(json('divisions.json'))
const categories = categoriesDocumentSchema.parse(json('categories.json'))
const units = unitsDocumentSchema.parse(json('units.json'))
const duties = dutiesDocumentSchema.parse(json('duties.json'))
const paths = new Set(categoryPathsOf(categories.items))
const grids = gridsDocumentSchema.parse({ version: divisions.version, items: gridRows() })

describe('the files of the reference data', () => {
  test('the city has 1,553 divisions: one city, 8 counties, 98 townships, 1,446 villages', () => {
    expect(divisions.items).toHaveLength(1553)
    expect(counted(divisions.items, (item) => item.tier)).toEqual({ city: 1, county: 8, township: 98, village: 1446 })
  })

  test('short names drop the official ending but keep village and community', () => {
    const shortNames = new Map(divisions.items.map((item) => [item.code, item.shortName]))
    expect(shortNames.get('430971000000')).toBe('大通湖')
    expect(shortNames.get('430972000000')).toBe('高新区')
    expect(shortNames.get('430922112000')).toBe('桃花江')
    expect(shortNames.get('430903103243')).toBe('菱角岔村')
    expect(shortNames.get('430923106006')).toBe('白沙溪社区')
  })

  test('5,816 grids lie in the villages, every village has one, most communities more than a village', () => {
    expect(grids.items).toHaveLength(5816)
    const villages = new Set(divisions.items.filter((item) => item.tier === 'village').map((item) => item.code))
    expect(new Set(grids.items.map((grid) => grid.village))).toEqual(villages)
    const communities = new Set(
      divisions.items.filter((item) => item.kind === 'residentsCommittee').map((item) => item.code),
    )
    const inCommunities = grids.items.filter((grid) => communities.has(grid.village)).length
    expect(inCommunities / communities.size).toBeGreaterThan((5816 - inCommunities) / (1446 - communities.size))
  })

  test('numbers of grids run without a gap inside each village and kind', () => {
    const numbers = new Map<string, number[]>()
    for (const grid of grids.items) {
      const run = grid.code.slice(0, 13)
      numbers.set(run, [...(numbers.get(run) ?? []), Number(grid.code.slice(13))])
    }
    for (const run of numbers.values()) expect(run).toEqual(run.map((_, index) => index + 1))
  })

  test('the taxonomy has 15 names at the top, 118 below and 517 at the bottom', () => {
    expect(counted([...paths], (path) => String(path.split('/').length))).toEqual({ 1: 15, 2: 118, 3: 517 })
  })

  test('the dispute types are the 17 of rules.md 2.3', () => {
    expect(disputeTypesDocumentSchema.parse(json('dispute-types.json')).items.map((item) => item.code)).toHaveLength(17)
  })
})

describe('the duty catalogue and the units', () => {
  const tierOf = new Map(divisions.items.map((item) => [item.code, item.tier]))

  test('every unit stands in a known division of its own tier', () => {
    for (const unit of units.items)
      expect(`${unit.code} ${tierOf.get(unit.division) ?? ''}`).toBe(`${unit.code} ${unit.tier}`)
  })

  test('every township has its government and its hotline office', () => {
    const codes = new Set(units.items.map((unit) => unit.code))
    const townships = divisions.items.filter((item) => item.tier === 'township').map((item) => item.code)
    for (const code of townships)
      expect([codes.has(`${code}.government`), codes.has(`${code}.hotlineOffice`)]).toEqual([true, true])
  })

  test('every level-2 category has a lead department in the city and in the counties', () => {
    for (const path of [...paths].filter((each) => each.split('/').length === 2))
      for (const tier of ['city', 'county'] as const)
        expect(
          duties.items.some(
            (duty) => duty.role === 'lead' && duty.categories.includes(path) && duty.tiers.includes(tier),
          ),
          `${path} has no lead in the ${tier}`,
        ).toBe(true)
  })

  test('every category and division a duty names exists', () => {
    for (const duty of duties.items) {
      for (const path of duty.categories) expect(paths, duty.id).toContain(path)
      for (const code of duty.divisions ?? []) expect(tierOf.has(code), `${duty.id} names ${code}`).toBe(true)
    }
  })

  test('a department with a duty is a unit in every division of that tier', () => {
    const codes = new Set(units.items.map((unit) => unit.code))
    for (const duty of duties.items)
      for (const division of divisions.items.filter((item) => duty.tiers.includes(item.tier)))
        expect(codes.has(`${division.code}.${duty.department}`), `${division.name} has no ${duty.department}`).toBe(
          true,
        )
  })
})

describe('a broken list is refused with the code named', () => {
  const city = {
    code: '430900000000',
    name: '益阳市',
    shortName: '益阳',
    tier: 'city',
    parent: null,
    kind: 'prefectureCity',
    label: '地级市',
  }
  const document = (...items: unknown[]) => ({ version: '1', source: 'here', items })

  test('a code that stands twice', () => {
    expect(problem(divisionsDocumentSchema, document(city, city))).toContain('430900000000 stands twice')
  })

  test('a parent that is not in the list', () => {
    const stray = { ...city, code: '430903000000', tier: 'county', parent: '430800000000', kind: 'district' }
    expect(problem(divisionsDocumentSchema, document(city, stray))).toContain('names the parent 430800000000')
  })

  test('a township straight under the city', () => {
    const stray = { ...city, code: '430903001000', tier: 'township', parent: '430900000000', kind: 'subdistrict' }
    expect(problem(divisionsDocumentSchema, document(city, stray))).toContain(
      '430903001000 of tier township stands under',
    )
  })

  test('a code with eleven digits and an unknown field', () => {
    expect(problem(divisionsDocumentSchema, document({ ...city, code: '43090000000' }))).toContain('12 digits')
    expect(problem(divisionsDocumentSchema, document({ ...city, colour: 'red' }))).toContain('colour')
  })

  test('a dedicated grid with the digit of a general one, and a grid outside its village', () => {
    const grid = { code: '4309031032430001', name: '第1网格', village: '430903103243', kind: 'general' }
    const broken = (change: object) => problem(gridsDocumentSchema, { version: '1', items: [{ ...grid, ...change }] })
    expect(broken({})).toBe('')
    expect(broken({ kind: 'dedicated' })).toContain('grid 4309031032430001 is marked dedicated')
    expect(broken({ village: '430903103244' })).toContain('does not lie in its village 430903103244')
  })

  test('a unit whose code does not say its division and department', () => {
    const unit = {
      code: '430903000000.housing',
      name: '住建局',
      shortName: '住建局',
      department: 'water',
      division: '430903000000',
      tier: 'county',
      capacity: 1,
    }
    const departments = [{ id: 'housing', zh: '住建', en: 'Housing' }]
    const said = problem(unitsDocumentSchema, { version: '1', departments, items: [unit] })
    expect(said).toContain('should be 430903000000.water')
    expect(said).toContain('unknown department water')
  })
})

function json(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../resources/reference/${file}`, import.meta.url), 'utf8'))
}

function gridRows() {
  const [header, ...lines] = readFileSync(new URL('../../resources/reference/grids.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  expect(header).toBe('code,name,kind')
  return lines.map((line) => {
    const [code, name, kind] = line.split(',')
    return gridRowSchema.parse({ code, name, kind })
  })
}

function counted<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1
  return counts
}

function problem(schema: { safeParse(value: unknown): { error?: Error | undefined } }, value: unknown): string {
  return schema.safeParse(value).error?.message ?? ''
}
