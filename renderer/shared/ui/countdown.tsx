import { useText } from '../text/use-text.ts'
import { formatRemaining, remainingOf } from '../time/format-remaining.ts'
import { useHubNow } from '../time/hub-clock.ts'
import './countdown.css'

export interface CountdownProps {
  /** The due moment in ms since the epoch (`msOf(clock.dueAt)`). */
  dueAt: number
  /** The colour of the alert on it; its ink, or plain when there is none. */
  colour?: 'blue' | 'yellow' | 'red' | null
  /** `second` (`6′52″`) only for spans of minutes; it falls back to hours by itself. */
  precision?: 'minute' | 'second'
  /** The hub is lost: it runs on by the machine's clock, without colour. */
  stale?: boolean
  /** Figure size in px: 16 in a row, 28 in the clock band. */
  size?: 14 | 16 | 28
}

/** Time left to a due moment, counted on the window's one clock; the due moment in words is its title. */
export function Countdown({ dueAt, colour = null, precision = 'minute', stale = false, size = 16 }: CountdownProps) {
  const { t, moment, remaining } = useText()
  const now = useHubNow()
  const left = remainingOf(dueAt - now, remaining.day, precision)
  return (
    <time
      className={`ui-countdown is-${stale && colour !== null ? 'blue' : (colour ?? 'calm')} is-size-${String(size)}`}
      dateTime={new Date(dueAt).toISOString()}
      title={moment.short(dueAt, now)}
      aria-label={`${formatRemaining(dueAt - now, remaining, precision)}, ${moment.short(dueAt, now)}`}
    >
      {left.overdue && <small>{t('common.remaining.over')}</small>}
      {left.figure}
    </time>
  )
}
