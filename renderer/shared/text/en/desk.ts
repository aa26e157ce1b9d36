import type { SameKeys } from '../same-keys.ts'
import type { desk as chinese } from '../zh-cn/desk.ts'

export const desk: SameKeys<typeof chinese> = {
  title: 'Duty desk',
}
