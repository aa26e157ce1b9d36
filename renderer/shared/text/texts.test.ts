import { expect, test } from 'vitest'
import { clockKinds } from '../../../hub-server/contract/clock.ts'
import { commandTypes } from '../../../hub-server/contract/command.ts'
import { eventTypes } from '../../../hub-server/contract/event.ts'
import { refusalCodes } from '../../../hub-server/contract/refusal.ts'
import { appealKinds, caseStates, channels, declineReasons, roles } from '../../../hub-server/contract/vocabulary.ts'
import { texts as english } from './en/texts.ts'
import { texts as chinese } from './zh-cn/texts.ts'

/** Every text with its dotted key. */
function entriesOf(node: unknown, key = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[key, node]]
  return Object.entries(node).flatMap(([name, child]) => entriesOf(child, key === '' ? name : `${key}.${name}`))
}

const placeholdersOf = (text: unknown) => [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

test('both languages have exactly the same keys', () => {
  const keys = (texts: unknown) =>
    entriesOf(texts)
      .map(([key]) => key)
      .sort()
  expect(keys(english)).toEqual(keys(chinese))
})

test('no text is empty in either language', () => {
  for (const texts of [chinese, english]) {
    for (const [key, text] of entriesOf(texts)) expect(String(text).trim(), key).not.toBe('')
  }
})

test('a text names the same values in both languages', () => {
  const chineseOf = new Map(entriesOf(chinese))
  for (const [key, text] of entriesOf(english))
    expect(placeholdersOf(text), key).toEqual(placeholdersOf(chineseOf.get(key)))
})

test('an English text holds no Chinese left behind, except the name of the Chinese language', () => {
  const left = entriesOf(english).filter(([, text]) => /[\u4e00-\u9fff]/.test(String(text)))
  expect(left.map(([key]) => key)).toEqual(['common.settings.languages.zh-CN'])
})

test('every word of the contract’s closed lists has its label', () => {
  const { labels } = chinese
  expect(Object.keys(labels.state)).toEqual(expect.arrayContaining([...caseStates]))
  expect(Object.keys(labels.command)).toEqual(expect.arrayContaining([...commandTypes]))
  expect(Object.keys(labels.role)).toEqual(expect.arrayContaining([...roles]))
  expect(Object.keys(labels.clock)).toEqual(expect.arrayContaining([...clockKinds]))
  expect(Object.keys(labels.declineReason)).toEqual([...declineReasons])
  expect(Object.keys(labels.kind)).toEqual([...appealKinds])
  expect(Object.keys(labels.channel)).toEqual([...channels])
  const keysOf = (tree: unknown) => entriesOf(tree).map(([key]) => key)
  expect(keysOf(labels.event)).toEqual(expect.arrayContaining([...eventTypes]))
  expect(keysOf(labels.refusal)).toEqual(expect.arrayContaining([...refusalCodes]))
})
