import { useText } from '../text/use-text.ts'
import { formatSpan } from '../time/format-remaining.ts'
import { useHubNow } from '../time/hub-clock.ts'
import './data-age.css'

export interface DataAgeProps {
  /** The hub's time of the data in ms, or `null` when there is none yet. */
  at: number | null
  /** Old: a chip on a hatch with the moment and the span. Fresh: only the age, quiet. */
  stale?: boolean
}

/** How old what one sees is: `3 秒前`, or stale `截至 14:19:10 · 6′58″ 前`. */
export function DataAge({ at, stale = false }: DataAgeProps) {
  const { t, moment } = useText()
  const now = useHubNow()
  if (at === null) return <span className="ui-data-age">{t('common.ageUnknown')}</span>
  if (!stale) return <span className="ui-data-age">{moment.age(at, now)}</span>
  const span = formatSpan(now - at, t('common.remaining.day'))
  return <span className="ui-data-age is-stale">{t('common.asOfAge', { moment: moment.clock(at), span })}</span>
}
