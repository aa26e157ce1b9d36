import type { Text } from '../shared/text/use-text.ts'
import { answerWithinMs, type HubFailure } from './hub-failure.ts'

/** The sentence for a request that brought nothing. A refusal is told in the hub's own words, which are in the caller's language. */
export function failureText(failure: HubFailure, t: Text['t']): string {
  switch (failure.kind) {
    case 'refused':
      return failure.problem.detail
    case 'unreachable':
      return failure.reason === 'timeout'
        ? t('errors.timeout', { seconds: answerWithinMs / 1000 })
        : t('errors.network')
    case 'unreadable':
      return failure.status >= 500 ? t('errors.server') : t('errors.unexpected')
  }
}
