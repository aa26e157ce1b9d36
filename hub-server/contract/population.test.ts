import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openPerTenThousand, populationDocumentSchema, type PopulationDocument } from './population.ts'

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../resources/reference/${file}`, import.meta.url), 'utf8'))

const shipped = populationDocumentSchema.parse(read('population.json'))

function problemsOf(items: readonly unknown[]): string[] {
  const result = populationDocumentSchema.safeParse({ ...shipped, items })
  return result.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []
}

test('the shipped table counts every county-level area once, and together they are the people of the city', () => {
  const divisions = read('divisions.json') as { items: { code: string; tier: string }[] }
  const counties = divisions.items.filter(({ tier }) => tier === 'county').map(({ code }) => code)
  expect(shipped.items.map(({ code }) => code).toSorted()).toEqual(counties.toSorted())
  const people = shipped.items.reduce((sum, item) => sum + ('people' in item ? item.people : 0), 0)
  expect(Math.abs(people - shipped.total)).toBeLessThan(1000)
  expect(shipped.grade).toBe('C')
})

test('a count that is not the share of its weight is refused with the share it should be', () => {
  const items = [
    { code: '430902000000', weight: 1, people: 1_000_000 },
    { code: '430903000000', weight: 1, people: 1_879_600 },
  ]
  expect(problemsOf(items)).toEqual(['items.0.people: 430902000000: 1000000 people, its share of 3759200 is 1879600'])
})

test('an area counted in one that has no count of its own is refused', () => {
  const items = [...shipped.items, { code: '430998000000', countedIn: '430972000000' }]
  expect(problemsOf(items)).toEqual([
    'items.8.countedIn: 430998000000 is counted in 430972000000, which has no count of its own',
  ])
})

test('an area that stands twice is refused', () => {
  expect(problemsOf([...shipped.items, { code: '430972000000', countedIn: '430903000000' }])).toEqual([
    'items.8.code: 430972000000 stands twice in the list',
  ])
})

const three: PopulationDocument = {
  version: 'test',
  source: 'test',
  grade: 'D',
  total: 300_000,
  items: [
    { code: '430903000000', weight: 2, people: 200_000 },
    { code: '430981000000', weight: 1, people: 100_000 },
    { code: '430972000000', countedIn: '430903000000' },
  ],
}

test('an area has its open cases per 10,000 of its residents', () => {
  const rates = openPerTenThousand(new Map([['430981000000', 67]]), three)
  expect(rates.get('430981000000')).toBeCloseTo(6.7, 10)
})

test('areas that are counted together have one rate, of their cases together', () => {
  const open = new Map([
    ['430903000000', 60],
    ['430972000000', 20],
  ])
  const rates = openPerTenThousand(open, three)
  expect(rates.get('430903000000')).toBeCloseTo(4, 10)
  expect(rates.get('430972000000')).toBeCloseTo(4, 10)
})

test('an area without open cases has the rate 0, one that nobody counted has none', () => {
  const rates = openPerTenThousand(new Map([['430100000000', 5]]), three)
  expect(rates.get('430981000000')).toBe(0)
  expect(rates.has('430100000000')).toBe(false)
})
