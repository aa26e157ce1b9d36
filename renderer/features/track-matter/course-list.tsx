import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { courseOf, type CourseItem } from './course.ts'
import { CourseMark } from './course-mark.tsx'

/** The whole way of the matter: what was done and when, where it stands, what is still to come and by when. */
export function CourseList({ view }: { view: TrackView }) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  return (
    <section className="track-card" aria-label={t('resident.course')}>
      <ol className="track-course">
        {courseOf(view).map((item) => (
          <li key={item.step} data-phase={item.phase} aria-current={item.phase === 'now' ? 'step' : undefined}>
            <CourseMark phase={item.phase} />
            <span className="track-step">{t(`resident.step.${stepKey(item)}`)}</span>
            <span className="track-time">{timeText(item, now, { t, moment })}</span>
            <StepText item={item} view={view} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function stepKey({ step, phase }: CourseItem) {
  return step === 'rated' && phase !== 'done' ? 'toRate' : step
}

function StepText({ item, view }: { item: CourseItem; view: TrackView }) {
  const { t } = useText()
  const text = textOf(item, view, t)
  return text === null ? null : <p>{text}</p>
}

function textOf({ step, text, phase }: CourseItem, { state }: TrackView, t: Text['t']): string | null {
  if (step === 'dispatched' && text !== null) return t('resident.lead', { unit: text })
  if (step === 'handling' && state === 'pendingReview') return t('resident.inReview')
  if (step === 'redo' && phase === 'done') return t('resident.redo')
  return text
}

function timeText({ step, phase, at, dueAt }: CourseItem, now: number, { t, moment }: Pick<Text, 't' | 'moment'>) {
  if (at !== null) {
    return moment.day(at, now) === moment.day(now, now) ? moment.hourAndMinute(at) : moment.short(at, now)
  }
  if (dueAt !== null) {
    return t(dueAt > now ? 'resident.before' : 'resident.wasDue', { moment: moment.short(dueAt, now) })
  }
  if (step === 'rated') return phase === 'now' ? t('resident.now') : t('resident.afterReply')
  return phase === 'now' ? t('resident.now') : null
}
