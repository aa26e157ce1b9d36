import { expect, test } from 'vitest'
import { maskText } from '../domain/masking.ts'
import { loadReference } from '../service/reference.ts'
import { loadDemoTexts } from './demo-texts.ts'

const texts = loadDemoTexts()
const appeals = [...texts.appealsOf.values()].flat()
const reference = loadReference()

test('there are at least two hundred varied appeals of every kind, over all chapters of the taxonomy', () => {
  expect(appeals.length).toBeGreaterThanOrEqual(200)
  expect(new Set(appeals.map(({ title }) => title)).size).toBe(appeals.length)
  expect(texts.appealsOf.size).toBe(6)
  const chapters = new Set(appeals.map(({ category }) => category.split('/')[0]))
  expect(chapters).toEqual(new Set(reference.categories.items.map(({ name }) => name)))
})

test('each names a known category, a place that exists, and a department that has units at its tier', () => {
  const units = new Set([...reference.units.values()].map(({ department, tier }) => `${department} ${tier}`))
  const codes = new Set(reference.divisions.keys())
  for (const { title, category, department, tier, place } of appeals) {
    expect(reference.categoryPaths, title).toContain(category)
    expect(units, title).toContain(`${department} ${tier}`)
    for (const beginning of place.divisions ?? []) expect(codes, title).toContain(beginning.padEnd(12, '0'))
  }
})

test('a matter that is heard of again is known by its title', () => {
  const [first] = appeals
  for (const form of ['{title}', ...texts.office.repeats])
    expect(texts.templateOf(form.replace('{title}', first?.title ?? ''))).toBe(first)
  expect(texts.templateOf('没有人写过的标题')).toBeUndefined()
})

test('only known slots stand in the texts, and no phone or identity number of anybody', () => {
  for (const { title, text, replies, notes = [] } of appeals) {
    const words = [title, text, ...replies, ...notes].join('\n')
    const slots = [...words.matchAll(/\{([^}]*)\}/g)].map(([, slot]) => slot)
    expect(['village', 'township', 'county', 'name', 'phone'], title).toEqual(expect.arrayContaining(slots))
    expect(words, title).not.toMatch(/(?<!\d)(?:1[3-9]\d{9}|\d{17}[\dXx])(?!\d)/)
  }
})

test('what an office writes of a case hides nothing behind stars, for it names nobody', () => {
  const said = JSON.stringify(texts.office)
  expect(maskText(said)).toBe(said)
})
