import { useState } from 'react'
import type { TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import { actsOf, Course } from './course.tsx'
import { Section } from './section.tsx'

/** 过程: the whole course, with or without what clocks and alerts did by themselves. */
export function CourseTab({ items }: { items: readonly TimelineItem[] }) {
  const { t } = useText()
  const [show, setShow] = useState<'acts' | 'all'>('acts')
  const shown = show === 'all' ? items : actsOf(items, t)
  useKeys('case', [
    {
      id: 'case.course.filter',
      keys: ['Shift+F'],
      label: t('caseFile.course.filter'),
      run: () => setShow(show === 'all' ? 'acts' : 'all'),
    },
  ])
  return (
    <Section
      title={t('caseFile.section.course')}
      note={t('caseFile.section.courseCount', { count: shown.length })}
      end={
        <>
          <KeyChord chord="Shift+F" />
          <Segmented
            label={t('caseFile.course.show')}
            size="small"
            options={[
              { value: 'acts', label: t('caseFile.course.acts') },
              { value: 'all', label: t('caseFile.course.all') },
            ]}
            value={show}
            onChange={setShow}
          />
        </>
      }
    >
      <Course items={shown} short={false} />
    </Section>
  )
}
