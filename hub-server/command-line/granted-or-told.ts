/** Refusals on the command line: the sentence and each bad field in one line. */
import type { Answer } from '../contract/refusal.ts'
import { detailOf, fieldReason, type ProblemContext } from '../gateway/problem.ts'
import type { Hub } from '../service/hub.ts'
import { exitUsage } from './fault.ts'
import { CommandError } from './output.ts'

/** The value of a granted answer; a refusal ends the command with its words, one of a bad argument with exit code 2. */
export function grantedOrTold<T>(hub: Hub, answer: Answer<T>): T {
  if (answer.ok) return answer.value
  const { code } = answer.refusal
  throw new CommandError(wordsOf(hub, answer.refusal), code === 'input.invalid' ? exitUsage : undefined)
}

/** A refusal in one line, in the language of the operator's machine. */
export function wordsOf(hub: Hub, refusal: Extract<Answer<never>, { ok: false }>['refusal']): string {
  const language = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en'
  const context: ProblemContext = { language, requestId: '', reference: hub.reference }
  const fields = refusal.fields?.map((field) => `${field.path}: ${fieldReason(field, context)}`) ?? []
  return fields.length === 0 ? detailOf(refusal, context) : fields.join('; ')
}
