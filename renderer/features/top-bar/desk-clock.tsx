import { useQuery } from '@tanstack/react-query'
import { calendarQuery } from '../../hub/reference-queries.ts'
import { useLinkState } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { dayKindOf } from './day-kind.ts'

/** The hub's time, the day and its kind, and whose time it is. */
export function DeskClock() {
  const { t, moment } = useText()
  const now = useHubNow()
  const { phase } = useLinkState()
  const { data: calendar } = useQuery(calendarQuery())
  const day = calendar === undefined ? null : dayKindOf(now, calendar)
  const words = [
    moment.dayAndWeekday(now),
    ...(day === null ? [] : [day.kind === 'holiday' ? day.name : t(`desk.day.${day.kind}`)]),
    phase === 'lost' ? t('desk.day.machine') : t('desk.day.hub'),
  ]
  return (
    <div className="desk-clock">
      <b>{moment.clock(now)}</b>
      <span className="note">{words.join(' · ')}</span>
    </div>
  )
}
