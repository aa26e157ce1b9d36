import { useEffect, useState } from 'react'
import { canChangeHub, chooseHubHash } from '../../hub/hub-address.ts'
import { lookEverySeconds, type HubReach } from '../../hub/hub-info.ts'
import { useText } from '../../shared/text/use-text.ts'
import { formatSpan } from '../../shared/time/format-remaining.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Icon } from '../../shared/ui/icon.tsx'

/** Connected with its latency, or lost for how long and when it is tried again. */
export function HubLine({ reach }: { reach: HubReach }) {
  const { t } = useText()
  const changeable = useCanChangeHub()
  return (
    <div className="sign-in-hub">
      <span className={`sign-in-hub-state is-${reach.state}`} role="status">
        {reach.state === 'connecting' && (
          <>
            <Icon name="waiting" />
            {t('common.hub.connecting')}
          </>
        )}
        {reach.state === 'connected' && (
          <>
            <Icon name="link" />
            <b>{t('common.hub.connected')}</b>
            {reach.info?.centre.name}
            {reach.latencyMs !== null && ` · ${t('common.milliseconds', { count: reach.latencyMs })}`}
          </>
        )}
        {reach.state === 'lost' && <HubLost since={reach.lostSince} />}
      </span>
      {changeable && (
        <a className="ui-button is-link" href={chooseHubHash}>
          {t('signIn.changeHub')}
        </a>
      )}
    </div>
  )
}

function HubLost({ since }: { since: number | null }) {
  const { t, remaining } = useText()
  const now = useHubNow()
  const span = formatSpan(now - (since ?? now), remaining.day)
  return (
    <>
      <span className="sign-in-hub-lost">
        <Icon name="cut" />
        {t('signIn.hubLostSince', { span })}
      </span>
      {t('signIn.hubLost', { seconds: lookEverySeconds })}
    </>
  )
}

function useCanChangeHub(): boolean {
  const [can, setCan] = useState(false)
  useEffect(() => {
    let live = true
    void canChangeHub().then((answer) => {
      if (live) setCan(answer)
    })
    return () => {
      live = false
    }
  }, [])
  return can
}
