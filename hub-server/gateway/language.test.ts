import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  [undefined, 'zh-CN'],
  ['', 'zh-CN'],
  ['en', 'en'],
  ['en-GB,en;q=0.9,zh-CN;q=0.8', 'en'],
  ['zh-CN,zh;q=0.9,en;q=0.8', 'zh-CN'],
  ['en;q=0.2, zh;q=0.3', 'zh-CN'],
  ['de-DE, fr;q=0.9', 'zh-CN'],
  ['de, en;q=0.1', 'en'],
  ['en;q=0', 'zh-CN'],
  ['*;q=0.5', 'zh-CN'],
] as const)('a caller who asks for %j is answered in %s', (header, language) => {
  expect(languageOf(header)).toBe(language)
})
