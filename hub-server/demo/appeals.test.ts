import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { loadReference } from '../service/reference.ts'
import { kindShares, urgencyShares } from './compose-appeal.ts'
import { loadDemoTexts } from './demo-texts.ts'

const appeals = [...loadDemoTexts().appealsOf.values()].flat()
const reference = loadReference()
const document = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      text: z.string(),
      disputeType: z.string().optional(),
      riskWords: z.array(z.string()).optional(),
    }),
  ),
})
const { items } = document.parse(
  JSON.parse(readFileSync(new URL('../../resources/demo/appeals.json', import.meta.url), 'utf8')),
)

test('at least 240 appeals speak of at least 100 different matters of the second level', () => {
  expect(appeals.length).toBeGreaterThanOrEqual(240)
  const matters = new Set(appeals.map(({ category }) => category.split('/').slice(0, 2).join('/')))
  expect(matters.size).toBeGreaterThanOrEqual(100)
})

test('kinds and urgencies stand in about the mix of rules.md 7.4, every way in is used', () => {
  for (const [kind, share] of Object.entries(kindShares)) expect(shareOf('kind', kind), kind).toBeCloseTo(share, 1)
  for (const [urgency, share] of Object.entries(urgencyShares))
    expect(shareOf('urgency', urgency), urgency).toBeCloseTo(share, 1)
  expect(new Set(appeals.map(({ channel }) => channel)).size).toBe(10)
})

test('titles fit one line of the desk, texts are neither a word nor a novel', () => {
  for (const { title, text, replies } of appeals) {
    expect(title.length, title).toBeLessThanOrEqual(40)
    expect(text.length, title).toBeGreaterThanOrEqual(30)
    expect(text.length, title).toBeLessThanOrEqual(600)
    expect(replies.length, title).toBeLessThanOrEqual(2)
  }
})

test('about a third of the texts name a person, a phone or a plate, so that covering them can be seen', () => {
  const personal = appeals.filter(({ text }) => /\{name\}|\{phone\}|湘H/.test(text)).length
  expect(personal / appeals.length).toBeGreaterThan(0.3)
  expect(personal / appeals.length).toBeLessThan(0.4)
})

test('whoever handles a matter leads it by the duty catalogue at that tier', () => {
  for (const { title, category, department, tier } of appeals) {
    const leads = reference.duties.items.filter(
      (duty) =>
        duty.role === 'lead' &&
        duty.tiers.includes(tier) &&
        duty.categories.some((path) => category === path || category.startsWith(`${path}/`)),
    )
    expect(
      leads.map((duty) => duty.department),
      title,
    ).toContain(department)
  }
})

test('risk words stand in their text, dispute types are known', () => {
  const types = new Set(
    reference.disputeTypes.items.flatMap(({ code, children }) => [code, ...children.map((child) => child.code)]),
  )
  for (const { title, text, riskWords = [], disputeType } of items) {
    for (const word of riskWords) expect(text, title).toContain(word)
    if (disputeType !== undefined) expect(types, title).toContain(disputeType)
  }
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
})

function shareOf(key: 'kind' | 'urgency', value: string): number {
  return appeals.filter((appeal) => appeal[key] === value).length / appeals.length
}
