import type { SameKeys } from '../same-keys.ts'
import type { wall as chinese } from '../zh-cn/wall.ts'

export const wall: SameKeys<typeof chinese> = {
  title: 'Wall',
}
