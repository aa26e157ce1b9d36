/** A refusal as the problem answer of RFC 9457 in the caller's language. No stack, SQL or path of a file is ever in it. */
import { refusalStatus, type BadField, type Problem, type Refusal } from '../contract/refusal.ts'
import type { Reference } from '../service/reference.ts'
import type { Language } from './language.ts'
import { en } from './problem-text-en.ts'
import { zhCn } from './problem-text-zh-cn.ts'
import type { Facts, FieldReason, ProblemWords, Sentence } from './problem-words.ts'

const wordsOf: Record<Language, ProblemWords> = { 'zh-CN': zhCn, en }

export interface ProblemContext {
  readonly language: Language
  readonly requestId: string
  readonly reference: Pick<Reference, 'units' | 'divisions'>
}

/** Thrown by a door to end a request with a refusal. */
export class RefusedError extends Error {
  override name = 'RefusedError'
  readonly refusal: Refusal

  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export function problemOf({ code, fields, facts }: Refusal, context: ProblemContext): Problem {
  const words = wordsOf[context.language]
  return {
    type: `urn:fengqiao:problem:${code}`,
    title: words.titles[code],
    status: refusalStatus[code],
    detail: detailOf({ code, ...(facts && { facts }) }, context),
    code,
    ...(fields && { fields: fields.map((field) => ({ path: field.path, reason: fieldReason(field, context) })) }),
    ...(facts && { facts }),
    requestId: context.requestId,
  }
}

/** The sentence of a refusal. */
export function detailOf({ code, facts = {} }: Refusal, context: ProblemContext): string {
  const words = wordsOf[context.language]
  return say(words.details[code], { requestId: context.requestId, ...named(facts, words, context.reference) })
}

/** The sentence of a bad field; what has none is said in general. */
export function fieldReason({ reason, facts = {} }: BadField, { language, reference }: ProblemContext): string {
  const words = wordsOf[language]
  const sentence = isFieldReason(reason, words) ? words.reasons[reason] : words.otherForm
  return say(sentence, named(facts, words, reference))
}

function isFieldReason(reason: string, { reasons }: ProblemWords): reason is FieldReason {
  return Object.hasOwn(reasons, reason)
}

/** Codes and contract words among the facts in words a person reads. */
function named(facts: Facts, words: ProblemWords, { units, divisions }: ProblemContext['reference']): Facts {
  const inWords: Record<string, (value: string) => string | undefined> = {
    unit: (code) => units.get(code)?.name,
    holder: (code) => divisions.get(code)?.name,
    state: (state) => lookUp(words.states, state),
    command: (command) => lookUp(words.commands, command),
    role: (role) => lookUp(words.roles, role),
    expected: (type) => lookUp(words.types, type),
    form: (form) => words.forms[form] ?? (words === en && !form.startsWith('Invalid') ? form : words.otherForm),
    until: (instant) => instant.slice(0, 16).replace('T', ' '),
  }
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      typeof value === 'string' ? (inWords[name]?.(value) ?? value) : value,
    ]),
  )
}

function lookUp(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined
}

function say(sentence: Sentence, facts: Facts): string {
  if (typeof sentence !== 'string') return sentence(facts)
  return sentence.replace(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? ''))
}
