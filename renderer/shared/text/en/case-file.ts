import type { SameKeys } from '../same-keys.ts'
import type { caseFile as chinese } from '../zh-cn/case-file.ts'

export const caseFile: SameKeys<typeof chinese> = {
  title: 'Case file',
}
