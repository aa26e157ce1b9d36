/** Refusals on the command line: the sentence and each bad field in one line. */
import type { Answer } from '../contract/refusal.ts'
import { detailOf, fieldReason, type ProblemContext } from '../gateway/problem.ts'
import type { Hub } from '../service/hub.ts'
import { CommandError } from './output.ts'

/** The value of a granted answer; a refusal ends the command with its words. */
export function grantedOrTold<T>(hub: Hub, answer: Answer<T>): T {
  if (answer.ok) return answer.value
  throw new CommandError(wordsOf(hub, answer.refusal))
}

/** A refusal in one line, in the language of the operator's machine. */
export function wordsOf(hub: Hub, refusal: Extract<Answer<never>, { ok: false }>['refusal']): string {
  const language = /^zh/i.test(process.env['LC_ALL'] ?? process.env['LANG'] ?? '') ? 'zh-CN' : 'en'
  const context: ProblemContext = { language, requestId: '', reference: hub.reference }
  const fields = refusal.fields?.map((field) => `${field.path}: ${fieldReason(field, context)}`) ?? []
  return fields.length === 0 ? detailOf(refusal, context) : fields.join('; ')
}
