import type { HubFailure } from '../../hub/hub-failure.ts'
import { failureText } from '../../hub/failure-text.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Icon } from '../../shared/ui/icon.tsx'

/** Why it did not work, in words for a resident: a wrong code, a hub that is away, too many tries and how long to wait. */
export function TrackFailure({ failure, waitUntil = null }: { failure: HubFailure; waitUntil?: number | null }) {
  const { t } = useText()
  const now = useHubNow()
  const seconds = waitUntil === null ? null : Math.max(0, Math.floor((waitUntil - now) / 1000))
  return (
    <p className="track-failure" role="alert">
      <Icon name="barred" size={20} />
      <span>{residentText(failure, seconds, t)}</span>
    </p>
  )
}

function residentText(failure: HubFailure, seconds: number | null, t: Text['t']): string {
  if (failure.kind === 'unreachable') return t('resident.failed.away')
  if (failure.kind === 'unreadable') return failureText(failure, t)
  const { code } = failure.problem
  if (code === 'thing.notFound') return t('resident.failed.wrongCode')
  if (code === 'rate.limited') {
    const left = seconds ?? failure.retryAfterSeconds
    return left === null ? t('resident.failed.tooOften') : t('resident.failed.tooOftenFor', { seconds: left })
  }
  return failureText(failure, t)
}
