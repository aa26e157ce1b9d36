import type { SameKeys } from '../same-keys.ts'
import type { errors as chinese } from '../zh-cn/errors.ts'

export const errors: SameKeys<typeof chinese> = {
  network: 'The hub does not answer',
  timeout: 'The hub has not answered for {{seconds}} s',
  notJson: 'What answered is not a hub; check the hub address',
  unexpected: 'The answer of the hub could not be read; it may be of another version',
  server: 'The hub had an error inside',
  unknown: 'The reason is not known',
  signedOut: 'Your session has ended',
}
