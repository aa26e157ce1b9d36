import type { SameKeys } from '../same-keys.ts'
import type { resident as chinese } from '../zh-cn/resident.ts'

export const resident: SameKeys<typeof chinese> = {
  title: 'Wangxiaoge',
}
