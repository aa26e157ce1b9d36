import { afterAll, beforeAll, expect, test } from 'vitest'
import { appeal } from '../../test/support/office.ts'
import type { CaseColumns } from './cases.ts'
import { openLedger, type Ledger } from './open-ledger.ts'

const texts = [
  ['430922101001', '村口路灯不亮，晚上出行不便'],
  ['430922101001', '小区物业乱收停车费'],
  ['430903001001', '路灯坏了三天没人修'],
  ['430903001001', '咨询低保怎么办理 DB430900 文件'],
  ['430903001001', '𠮷林路积水，桥面塌陷'],
] as const

let ledger: Ledger
beforeAll(() => {
  ledger = openLedger(':memory:', '430900000000')
  for (const [index, [division, text]] of texts.entries()) {
    const file = {
      ...appeal().file(),
      id: `case-${String(index)}`,
      facts: { ...appeal().file().facts, caseCode: `YY-${String(index)}`, title: text },
    }
    const columns: CaseColumns = {
      division,
      category: null,
      leadUnit: null,
      colour: null,
      isOpen: true,
      nextDueMs: 0,
      registeredMs: index,
      externalKey: null,
      changed: index + 1,
      boardRow: '{}',
    }
    const n = ledger.cases.insert(file, columns)
    ledger.search.add(n, text, [division, `${division.slice(0, 6)}000000`, '430900000000'])
  }
})
afterAll(() => {
  ledger.close()
})

const found = (words: string, division?: string) =>
  ledger.search
    .find({ words, limit: 10, ...(division !== undefined && { division }) })
    .map(({ id }) => Number(id.slice(5)))

test('words are found from one character up, newest first', () => {
  expect(found('灯')).toEqual([2, 0])
  expect(found('路灯')).toEqual([2, 0])
  expect(found('修')).toEqual([2])
  expect(found('停车费')).toEqual([1])
  expect(found('灯路')).toEqual([])
})

test('several words must all be there; a place narrows the search without a word more', () => {
  expect(found('路灯 晚上')).toEqual([0])
  expect(found('路灯', '430922000000')).toEqual([0])
  expect(found('', '430903000000')).toEqual([4, 3, 2])
})

test('Latin letters and figures are found in any width and case, while they are typed', () => {
  expect(found('db4309')).toEqual([3])
  expect(found('ＤＢ430900')).toEqual([3])
})

test('rare characters beyond the common plane are whole characters', () => {
  expect(found('𠮷')).toEqual([4])
  expect(found('𠮷林')).toEqual([4])
})

test('what looks like a command to the index is only looked for (T73)', () => {
  for (const words of ["' OR 1", 'NEAR(', '"', '*', '-', 'a AND', '路灯"*', '()', '^', '。，！', '\u0000', '\ud800']) {
    expect(() => found(words)).not.toThrow()
  }
  expect(found('，。；')).toEqual(found(''))
  expect(() => found('灯'.repeat(10_000))).not.toThrow()
})
