import type { SameKeys } from '../same-keys.ts'
import type { desk as chinese } from '../zh-cn/desk.ts'

export const desk: SameKeys<typeof chinese> = {
  title: 'Duty desk',
  keySheet: {
    title: 'Keys',
    fields: 'While a field has the focus, a single letter is only a letter',
    singlesOff: 'Single keys are switched off in the display settings; all others act',
    scopes: { station: 'Desk', list: 'List', case: 'Case', layer: 'Above the screen' },
  },
}
