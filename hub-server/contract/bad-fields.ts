/** What a schema says of an input, as bad fields: the path as the caller wrote it, a stable word, and facts for its sentence. */
import type { z } from 'zod'
import type { BadField } from './refusal.ts'

/** The words a schema's issue can become. Their sentences: `gateway/problem-text-….ts`. */
export const inputReasons = [
  'input.required',
  'input.type',
  'input.tooShort',
  'input.tooLong',
  'input.tooFew',
  'input.tooMany',
  'input.tooSmall',
  'input.tooBig',
  'input.notOneOf',
  'input.unknownField',
  'input.form',
] as const
export type InputReason = (typeof inputReasons)[number]

/** At most so many bad fields are named; the rest shows itself when these are mended. */
const mostFields = 50

/** Parse with `reportInput: true`, so that a missing field is told apart from a wrong one. `above` stands before each path. */
export function badFieldsOf(issues: readonly z.core.$ZodIssue[], above?: string): BadField[] {
  return issues.flatMap((issue) => badFieldsOfIssue(issue, above)).slice(0, mostFields)
}

function badFieldsOfIssue(issue: z.core.$ZodIssue, above: string | undefined): BadField[] {
  const path = [...(above === undefined ? [] : [above]), ...issue.path.map(String)].join('.')
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, reason: 'input.unknownField' }))
  }
  return [{ path, ...reasonOf(issue) }]
}

function reasonOf(issue: z.core.$ZodIssue): { reason: InputReason; facts?: Record<string, string | number> } {
  if (isMissing(issue)) return { reason: 'input.required' }
  if (issue.code === 'invalid_type') return { reason: 'input.type', facts: { expected: issue.expected } }
  if (issue.code === 'invalid_value') {
    return { reason: 'input.notOneOf', facts: { options: issue.values.map(String).join(', ') } }
  }
  if (issue.code === 'too_small') return smallOf(issue.origin, Number(issue.minimum))
  if (issue.code === 'too_big') return bigOf(issue.origin, Number(issue.maximum))
  return { reason: 'input.form', facts: { form: issue.message } }
}

function isMissing(issue: z.core.$ZodIssue): boolean {
  if (issue.code !== 'invalid_type' && issue.code !== 'invalid_value' && issue.code !== 'invalid_union') return false
  return issue.input === undefined && ('input' in issue || issue.message.endsWith('received undefined'))
}

function smallOf(origin: string, min: number): { reason: InputReason; facts?: Record<string, number> } {
  if (origin === 'string')
    return min === 1 ? { reason: 'input.required' } : { reason: 'input.tooShort', facts: { min } }
  return { reason: origin === 'array' ? 'input.tooFew' : 'input.tooSmall', facts: { min } }
}

function bigOf(origin: string, max: number): { reason: InputReason; facts: Record<string, number> } {
  if (origin === 'string') return { reason: 'input.tooLong', facts: { max } }
  return { reason: origin === 'array' ? 'input.tooMany' : 'input.tooBig', facts: { max } }
}
