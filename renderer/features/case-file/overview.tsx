import type { CaseView, TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { MaskedText } from '../../shared/ui/masked-text.tsx'
import { ClockList } from './clock-list.tsx'
import { actsOf, Course } from './course.tsx'
import { People } from './people.tsx'
import { Section } from './section.tsx'
import { useReveal, type Reveal } from './use-reveal.ts'
import { useRevealKeys } from './use-reveal-keys.ts'

/** The last so many stand in the overview; all of them in their own tab. */
const fewActs = 5

/** 概要: what was asked, by whom, the promises, what came of it. */
export function Overview({
  view,
  course,
  onCourse,
}: {
  view: CaseView
  course: readonly TimelineItem[]
  onCourse: () => void
}) {
  const { t } = useText()
  const reveal = useReveal(view.id)
  useRevealKeys(view, reveal)
  const acts = actsOf(course, t)
  const more = acts.length - fewActs
  return (
    <>
      <Section title={t('caseFile.section.appeal')}>
        <Words view={view} reveal={reveal} />
      </Section>
      {view.instruction !== null && (
        <Section title={t('caseFile.section.instruction')}>
          <p className="case-words">
            <MaskedText text={view.instruction} />
          </p>
        </Section>
      )}
      <Section title={t('caseFile.section.people')} note={t('caseFile.section.peopleNote')}>
        <People view={view} reveal={reveal} />
      </Section>
      {view.clocks.length > 0 && (
        <Section title={t('caseFile.section.clocks')} note={t('caseFile.section.clocksNote')}>
          <ClockList view={view} />
        </Section>
      )}
      <Outcome view={view} />
      <Section
        title={t('caseFile.section.course')}
        note={t('caseFile.section.courseCount', { count: acts.length })}
        end={
          more > 0 && (
            <Button look="link" onClick={onCourse}>
              {t('caseFile.course.more', { count: more })}
            </Button>
          )
        }
      >
        <Course items={acts.slice(-fewActs)} short />
      </Section>
    </>
  )
}

/** What came of it: the unit's reply, the resident's word. */
function Outcome({ view }: { view: CaseView }) {
  const { t } = useText()
  return (
    <>
      {view.reply !== null && (
        <Section title={t('caseFile.section.reply')}>
          <p className="case-words">
            <MaskedText text={view.reply} />
          </p>
        </Section>
      )}
      {view.rating !== null && (
        <Section title={t('caseFile.section.rating')}>
          <p>
            {t(`caseFile.course.followedUp.${view.rating.solved ? 'solved' : 'unsolved'}`)} ·{' '}
            <b>{t(`labels.satisfaction.${view.rating.satisfaction}`)}</b> · {t(`caseFile.ratedBy.${view.rating.by}`)}
          </p>
        </Section>
      )}
    </>
  )
}

/** The appeal, masked; in clear while it is shown. */
function Words({ view, reveal }: { view: CaseView; reveal: Reveal }) {
  const { shown } = reveal
  if (shown?.field === 'text' && shown.value !== null) return <p className="case-words is-shown">{shown.value}</p>
  return (
    <p className="case-words">
      <MaskedText text={view.text} />
    </p>
  )
}
