import { useQuery } from '@tanstack/react-query'
import type { TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { MaskedText } from '../../shared/ui/masked-text.tsx'
import { courseWords } from './course-words.ts'
import './course.css'

/** The course of a matter, newest first. `short` keeps long words to two lines. */
export function Course({ items, short }: { items: readonly TimelineItem[]; short: boolean }) {
  const { t } = useText()
  if (items.length === 0) return <p className="note">{t('caseFile.course.none')}</p>
  return (
    <ol className="course">
      {items.toReversed().map((item) => (
        <CourseItem key={item.seq} item={item} short={short} />
      ))}
    </ol>
  )
}

function CourseItem({ item, short }: { item: TimelineItem; short: boolean }) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const { data: units } = useQuery(unitsQuery())
  const words = courseWords(item, t, (code) => units?.get(code)?.shortName ?? code)
  const who = item.actor.kind === 'person' ? item.actor.label : t(`caseFile.course.actor.${item.actor.kind}`)
  const rest = [words.more, who].filter((part) => part !== null && part !== '').join(' · ')
  return (
    <li className={words.turned ? 'course-item is-turned' : 'course-item'}>
      <time dateTime={item.at}>{moment.short(msOf(item.at), now)}</time>
      <i />
      <div>
        <p>
          <b>{words.what}</b>
          {rest !== '' && ` · ${rest}`}
        </p>
        {words.detail !== null && (
          <p className={short ? 'course-detail is-short' : 'course-detail'} title={short ? words.detail : undefined}>
            <MaskedText text={words.detail} />
          </p>
        )}
      </div>
    </li>
  )
}

/** What people did, without clocks and alerts. */
export function actsOf(items: readonly TimelineItem[], t: ReturnType<typeof useText>['t']): readonly TimelineItem[] {
  return items.filter((item) => courseWords(item, t, (code) => code).act)
}
