import type { SameKeys } from '../same-keys.ts'
import type { register as chinese } from '../zh-cn/register.ts'

export const register: SameKeys<typeof chinese> = {
  title: 'Register',
}
