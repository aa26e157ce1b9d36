import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inputReasons } from '../contract/bad-fields.ts'
import { refusalCodes } from '../contract/refusal.ts'
import { loadReference } from '../service/reference.ts'
import { fieldReason, problemOf, type ProblemContext } from './problem.ts'
import { en } from './problem-text-en.ts'
import { zhCn } from './problem-text-zh-cn.ts'

const reference = loadReference()
const chinese: ProblemContext = { language: 'zh-CN', requestId: 'r-1', reference }
const english: ProblemContext = { ...chinese, language: 'en' }
const hubServer = join(import.meta.dirname, '..')

/** Every word that some rule, service or door gives as the reason of a bad field. */
function reasonsInUse(): string[] {
  const files = readdirSync(hubServer, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.includes('problem-'),
  )
  const found = files.flatMap((name) => [
    ...readFileSync(join(hubServer, name), 'utf8').matchAll(
      /\b(?:reason: |(?:bad(?:Name|Header|Input|Line|File)?|lineRefusal|fileRefusal)\((?:'[^']+', )?)'([a-zA-Z]+\.[a-zA-Z]+)'/g,
    ),
  ])
  return [...new Set(found.map((match) => match[1] ?? ''))].filter((word) => !word.startsWith('order.'))
}

test('every reason that some rule gives has its sentence in both languages', () => {
  const used = reasonsInUse()
  expect(used).toContain('unit.leadsAlready')
  expect(used).toContain('input.required')
  for (const reason of [...used, ...inputReasons]) {
    expect(Object.keys(zhCn.reasons), reason).toContain(reason)
    expect(Object.keys(en.reasons), reason).toContain(reason)
  }
})

test('no sentence stands for a reason that nobody gives', () => {
  const used = new Set([...reasonsInUse(), ...inputReasons])
  expect(Object.keys(zhCn.reasons).filter((reason) => !used.has(reason))).toEqual([])
})

test('every refusal is told in both languages, without a blank where a fact is missing', () => {
  for (const code of refusalCodes) {
    const facts = { command: 'dispatch', state: 'handling', holder: '430922000000', unit: '430900000000.housing' }
    const more = { version: 3, expected: 2, seconds: 90, tries: 1, needed: 3, max: '1 MiB', window: '1wd' }
    for (const context of [chinese, english]) {
      const problem = problemOf({ code, facts: { ...facts, ...more } }, context)
      expect(problem.title).not.toBe('')
      expect(problem.detail, code).not.toMatch(/\{|undefined/)
    }
  }
})

test('a refusal names states, commands, roles, units and centres in the words of the office', () => {
  const detail = (code: (typeof refusalCodes)[number], facts: Record<string, string | number>, context = chinese) =>
    problemOf({ code, facts }, context).detail
  expect(detail('transition.notNow', { state: 'handling' })).toBe('现在是“办理中”，不能办这一步。')
  expect(detail('auth.roleMissing', { role: 'centreDirector' })).toBe('这一步须由中心主任办理。')
  expect(detail('case.notHolder', { holder: '430922000000' })).toContain('桃江县')
  expect(detail('transition.notLeadUnit', { unit: '430900000000.housing' })).toContain('益阳市')
  expect(detail('transition.forbidden', { command: 'dispatch' }, english)).toBe('"Dispatch" is not for your post.')
  expect(detail('auth.locked', { seconds: 900 }, english)).toContain('15 min')
})

test('what a schema asks of a form is told in Chinese too', () => {
  const form = 'a division code has 12 digits'
  const field = { path: 'divisionCode', reason: 'input.form', facts: { form } }
  expect(fieldReason(field, chinese)).toBe('区划代码须为 12 位数字')
  expect(fieldReason(field, english)).toBe(form)
  const unknown = { ...field, facts: { form: 'Invalid string: must match pattern /x/' } }
  expect(fieldReason(unknown, chinese)).toBe('格式不对')
  expect(fieldReason(unknown, english)).toBe('has the wrong form')
})

test('every form a schema of the contract asks for has its Chinese words', () => {
  const sources = ['appeal.ts', 'command.ts', 'session.ts', 'station.ts', 'case-view.ts', 'instant.ts', 'clock.ts']
  const places = [
    ...readFileSync(join(hubServer, 'contract/reference.ts'), 'utf8').matchAll(/CodeSchema = .*?'(a [^']+)'/gs),
  ]
  const forms = sources.flatMap((name) => [
    ...readFileSync(join(hubServer, 'contract', name), 'utf8').matchAll(
      /(?:message|error):\s+'([^']+)'|\/[u]?, '([^']+)'/g,
    ),
  ])
  const words = [...places.map((match) => match[1]), ...forms.map((match) => match[1] ?? match[2])]
  expect(words.length).toBeGreaterThan(5)
  for (const form of words) expect(Object.keys(zhCn.forms), form).toContain(form)
})
