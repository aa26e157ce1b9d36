import { msOf } from '../../../hub-server/contract/instant.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import type { ListItem } from './list-items.ts'
import type { Days } from './list-order.ts'

export interface SectionRowProps {
  readonly item: Extract<ListItem, { kind: 'section' }>
  readonly days: Days
  readonly stale: boolean
  /** It is the one whose rows are in view: it stays at the top. */
  readonly sticky: boolean
  readonly lineNumber: number
}

/** The reason of the order, where it changes: what falls due when, how many, and by which rule they stand. */
export function SectionRow({ item, days, stale, sticky, lineNumber }: SectionRowProps) {
  const { t, moment } = useText()
  const { section, count, top } = item
  return (
    <div
      role="row"
      aria-rowindex={lineNumber}
      className={sticky ? 'list-section is-sticky' : 'list-section'}
      style={sticky ? undefined : { transform: `translateY(${String(top)}px)` }}
    >
      <span role="gridcell" aria-colspan={5}>
        {section === 'red' && <AlertShape colour="red" stale={stale} />}
        <b>{t(`desk.list.sections.${section}`)}</b>
        <span>{t('desk.list.count', { count })}</span>
        <span className="list-section-reason">{reasonOf(section, days, t, moment)}</span>
      </span>
    </div>
  )
}

function reasonOf(section: SectionRowProps['item']['section'], days: Days, t: Text['t'], moment: Text['moment']) {
  const dayMs = 24 * 3_600_000
  const day = (instant: string) => moment.dayAndWeekday(msOf(instant))
  switch (section) {
    case 'red':
      return t('desk.list.reasons.red')
    case 'none':
      return t('desk.list.reasons.none')
    case 'today':
      return moment.dayAndWeekday(msOf(days.tomorrow) - dayMs)
    case 'tomorrow':
      return day(days.tomorrow)
    case 'week':
      return t('desk.list.reasons.from', { day: day(days.afterTomorrow) })
    case 'later': {
      const from = days.nextWeek > days.afterTomorrow ? days.nextWeek : days.afterTomorrow
      return t('desk.list.reasons.from', { day: day(from) })
    }
  }
}
