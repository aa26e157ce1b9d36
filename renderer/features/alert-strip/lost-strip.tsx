import type { ReactNode } from 'react'
import { useCommands, useLinkState } from '../../hub/station.tsx'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { formatSpan } from '../../shared/time/format-remaining.ts'
import { hubClock, useHubNow } from '../../shared/time/hub-clock.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'

/** The strip while the hub is lost: since when, when it is tried again, how old all this is. What was most urgent stays at the right. */
export function LostStrip({ children }: { children: ReactNode }) {
  const { t, moment, remaining } = useText()
  const link = useLinkState()
  const { tryNow } = useCommands()
  const machineNow = useHubNow() - (hubClock.offset() ?? 0)
  const lost = link.phase === 'lost' ? link : null
  useKeys('station', [
    {
      id: 'link.retry',
      keys: ['Alt+R'],
      label: t('desk.keys.retry'),
      hint: 0,
      run: () => tryNow?.(),
    },
  ])
  if (lost === null) return null
  const seconds = Math.ceil(((lost.nextTryAt ?? 0) - machineNow) / 1000)
  return (
    <section className="alert-strip is-lost" aria-label={t('desk.lost.label')}>
      <div className="lost-strip-title" role="status">
        <Icon name="cut" />
        <b>{t('desk.lost.title', { span: formatSpan(machineNow - lost.since, remaining.day) })}</b>
        <span className="lost-strip-next">
          {seconds > 0
            ? t('desk.lost.retryIn', { seconds, tries: lost.tries })
            : t('desk.lost.retrying', { tries: lost.tries })}
        </span>
      </div>
      <div className="note lost-strip-asof">
        {lost.heardAt === null ? (
          t('desk.lost.noData')
        ) : (
          <>
            {t('desk.lost.asOf')} <b>{moment.clock(lost.heardAt + (hubClock.offset() ?? 0))}</b>{' '}
            {t('desk.lost.asOfRest')}
          </>
        )}
      </div>
      <div className="lost-strip-gap" />
      {children}
      <div>
        <Button look="link" keyCap="Alt R" onClick={() => tryNow?.()}>
          {t('desk.lost.retryNow')}
        </Button>
      </div>
    </section>
  )
}
