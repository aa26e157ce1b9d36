import { useState, type ReactNode } from 'react'
import { useText } from '../text/use-text.ts'
import { hubClock, useHubNow } from '../time/hub-clock.ts'
import { Button } from './button.tsx'
import { Icon } from './icon.tsx'
import './state-notice.css'

/** Under 300 ms nothing is drawn at all; then still rows; after 3 s words say what is being fetched and for how long. */
const quietMs = 300
const wordsAfterMs = 3000

/** Loading: skeleton rows at the true row height, no shimmer. `what` names the wait in words, given the seconds so far. */
export function LoadingRows({
  rows = 6,
  rowHeight = 48,
  what,
}: {
  rows?: number
  rowHeight?: number
  what?: (seconds: number) => string
}) {
  const { t } = useText()
  const [since] = useState(() => hubClock.now())
  const waited = useHubNow(250) - since
  const seconds = Math.floor(waited / 1000)
  if (waited < quietMs) return <div className="ui-loading" aria-busy="true" />
  return (
    <div className="ui-loading" role="status" aria-busy="true">
      {waited >= wordsAfterMs && <p>{what?.(seconds) ?? t('common.wait.loading', { seconds })}</p>}
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className="ui-loading-row" style={{ height: rowHeight }}>
          <i />
          <i />
        </div>
      ))}
    </div>
  )
}

/** Empty: one sentence and the next useful act, where the first row would be. No picture. */
export function EmptyNotice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <p className="ui-empty" role="status">
      {children}
      {action}
    </p>
  )
}

/** Stale: what is below was true then. A band on the hatch. */
export function StaleNotice({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="ui-stale" role="status">
      <span>{children}</span>
      {action}
    </div>
  )
}

/** Offline: a solid first box that says what is lost and since when, then what can still be done, on the hatch. */
export function OfflineNotice({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="ui-offline" role="status">
      <span className="ui-offline-title">
        <Icon name="cut" />
        {title}
      </span>
      {children !== undefined && <span className="ui-offline-rest">{children}</span>}
    </div>
  )
}

/** Refused: the slashed circle, what was refused, and the reason. It stands directly below what it is about. */
export function RefusedNotice({ what, reason }: { what?: string; reason: ReactNode }) {
  return (
    <p className="ui-refused" role="alert">
      <Icon name="barred" size={14} />
      <span>
        {what !== undefined && <b>{what} </b>}
        {reason}
      </span>
    </p>
  )
}

export interface FailedNoticeProps {
  /** What was tried, in words. */
  what: string
  reason: ReactNode
  /** When it was tried (ms, hub time). */
  at: number
  requestId?: string
  onRetry?: () => void
  /** The key that retries, where the screen has bound one. */
  retryKey?: string
}

/** Failed: what was tried, when, why, the request number and a retry. The rest of the screen keeps working. */
export function FailedNotice({ what, reason, at, requestId, onRetry, retryKey }: FailedNoticeProps) {
  const { t, moment } = useText()
  return (
    <div className="ui-failed" role="alert">
      <Icon name="barred" size={14} />
      <div>
        <b>{t('common.failed.title')}</b> {reason}
        <p>
          {t('common.failed.tried', { what, when: moment.clock(at) })}
          {requestId !== undefined && ` · ${t('common.failed.request', { id: requestId })}`}
        </p>
      </div>
      {onRetry && (
        <Button {...(retryKey !== undefined && { keyCap: retryKey })} onClick={onRetry}>
          {t('common.retry')}
        </Button>
      )}
    </div>
  )
}
