import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { profileQuery, unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import type { Draft } from './act-forms.ts'
import type { ActId } from './acts.ts'
import { readBack } from './read-back.ts'
import { useStartedDues } from './use-started-dues.ts'

/** 将会…: what the act will do, with its unit and moment. It is read aloud when it changes, and never empty. */
export function ReadBackLine({
  act,
  view,
  draft,
  end,
}: {
  act: ActId
  view: CaseView
  draft: Draft
  /** What has just been done, at the right. */
  end?: ReactNode
}) {
  const text = useText()
  const now = useHubNow(60_000)
  const { data: profile } = useQuery(profileQuery())
  const { data: units } = useQuery(unitsQuery())
  const dues = useStartedDues(act, view, draft, profile, now)
  const unitName = (code: string) => units?.get(code)?.name ?? code
  const sentence = readBack(act, { view, draft, profile, dues, unitName, nowMs: now, text })
  return (
    <p className="read-back">
      <span className="note">{text.t('caseFile.bar.will')}</span>
      <span className="read-back-words" aria-live="polite">
        <Sentence text={sentence} />
      </span>
      {end}
    </p>
  )
}

/** A sentence whose deciding words are marked by `<b>`. */
function Sentence({ text }: { text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))
}
