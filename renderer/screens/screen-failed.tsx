import { useState } from 'react'
import { useText } from '../shared/text/use-text.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { FailedNotice } from '../shared/ui/state-notice.tsx'
import './screen-failed.css'

/** A screen that broke while drawing says so in its place. Retry loads it anew: a page half drawn is not to be trusted. */
export function ScreenFailed() {
  const { t } = useText()
  const [at] = useState(() => hubClock.now())
  return (
    <div className="station screen-failed">
      <FailedNotice
        what={t('common.failed.screenWhat')}
        reason={t('common.failed.screen')}
        at={at}
        onRetry={() => {
          window.location.reload()
        }}
      />
    </div>
  )
}
