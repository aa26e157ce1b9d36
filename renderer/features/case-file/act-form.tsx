import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { timelineQuery } from '../../hub/case-queries.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import { ActField } from './act-field.tsx'
import './act-form.css'
import { checkDraft, fieldOfPath, fieldsOf, payloadOf, type Draft, type FieldName } from './act-forms.ts'
import { actOf, type ActId } from './acts.ts'
import { Course } from './course.tsx'
import { setDraft, useDraft } from './drafts.ts'
import type { Order } from './orders.ts'
import { ReadBackLine } from './read-back-line.tsx'

export interface ActFormProps {
  act: ActId
  view: CaseView
  /** The last try of this act, when the hub refused it. */
  refused: Order | null
  onComplete: (payload: Record<string, unknown>) => void
  onBack: () => void
}

/** The form of an act, above the bar. It checks while one types, keeps what was typed, and never covers the list. */
export function ActForm({ act, view, refused, onComplete, onBack }: ActFormProps) {
  const { t } = useText()
  const draft = useDraft(view.id, act)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [tried, setTried] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const fields = fieldsOf(act, draft)
  const bad = checkDraft(act, draft)
  const marks = marksOf({ act, draft, refused, bad, left, tried, t })

  const refusal = refused?.outcome.kind === 'refused' ? refused.outcome.problem : null
  useEffect(() => {
    // A form that comes back by itself does not take the cursor from where one works now.
    if (refusal !== null && document.activeElement !== document.body) return
    focusField(form.current, fieldOfPath(refusal?.fields?.[0]?.path ?? '') ?? null)
  }, [refusal])
  const barred = reasonNow(act, view, t)
  const complete = () => {
    setTried(true)
    const first = bad[0]
    if (barred !== null) return
    if (first === undefined) onComplete(payloadOf(act, draft))
    else focusField(form.current, fieldOfPath(first.path) ?? null)
  }
  useKeys('case', [
    { id: 'case.form.complete', keys: ['Ctrl+Enter'], label: t('caseFile.form.complete'), run: complete },
    { id: 'case.form.back', keys: ['Escape'], label: t('caseFile.form.back'), run: onBack },
  ])
  return (
    <div className="act-form" role="group" aria-label={t(`caseFile.act.${act}`)} ref={form}>
      <h2>{t(`caseFile.act.${act}`)}</h2>
      {refusal !== null && <RefusedNotice what={t('caseFile.bar.refused')} reason={refusal.detail} />}
      <Meanwhile view={view} />
      {barred !== null && <RefusedNotice what={t('caseFile.bar.cannot')} reason={barred} />}
      {fields.map((spec) => (
        <ActField
          key={spec.name}
          spec={spec}
          draft={draft}
          divisionCode={view.divisionCode}
          refusal={marks.get(spec.name) ?? null}
          onChange={(value) => setDraft(view.id, act, { ...draft, [spec.name]: value })}
          onLeave={() => setLeft((before) => new Set(before).add(spec.name))}
        />
      ))}
      <Foot act={act} view={view} draft={draft} bad={bad} onComplete={complete} onBack={onBack} />
    </div>
  )
}

/** Why the act cannot be done any more, when the matter has moved on since the form was opened. */
function reasonNow(act: ActId, view: CaseView, t: Text['t']): string | null {
  const { command } = actOf(act)
  if (view.allowedCommands.includes(command)) return null
  return view.refusedCommands.find(({ type }) => type === command)?.reason ?? t('labels.refusal.transition.notNow')
}

/** What others did while the form stood open. */
function Meanwhile({ view }: { view: CaseView }) {
  const { t } = useText()
  const [openedAt] = useState(view.version)
  const { data: items } = useQuery(timelineQuery(view.id))
  const since = items?.slice(openedAt) ?? []
  if (since.length === 0) return null
  return (
    <div className="act-form-meanwhile" role="status">
      <b>{t('caseFile.clash.title')}</b>
      <Course items={since} short />
    </div>
  )
}

interface FootProps extends Pick<ActFormProps, 'act' | 'view' | 'onBack'> {
  draft: Draft
  bad: ReturnType<typeof checkDraft>
  onComplete: () => void
}

/** What the form comes to, what it still lacks, and the way on and back. */
function Foot({ act, view, draft, bad, onComplete, onBack }: FootProps) {
  const { t } = useText()
  const missing = bad.flatMap(({ reason, path }) => {
    const name = reason === 'input.required' ? fieldOfPath(path) : undefined
    return name === undefined ? [] : [t(`caseFile.form.field.${name}`)]
  })
  return (
    <div className="act-form-foot">
      <ReadBackLine act={act} view={view} draft={draft} />
      <p className="act-form-acts">
        <Button look="primary" keyCap="Ctrl Enter" onClick={onComplete}>
          {t(`caseFile.act.${act}`)}
        </Button>
        <Button keyCap="Esc" onClick={onBack}>
          {t('caseFile.form.back')}
        </Button>
        <span className="note">
          {missing.length === 0
            ? t('caseFile.form.backNote')
            : t('caseFile.form.missing', { fields: missing.join(t('caseFile.separator')) })}
        </span>
      </p>
    </div>
  )
}

interface Marking {
  act: ActId
  draft: Draft
  refused: Order | null
  bad: ReturnType<typeof checkDraft>
  left: ReadonlySet<string>
  tried: boolean
  t: Text['t']
}

/** The reasons to show beside fields. What the hub refused stays marked until that field is changed; what is only missing waits for a try. */
function marksOf({ act, draft, refused, bad, left, tried, t }: Marking): ReadonlyMap<FieldName, string> {
  const marks = new Map<FieldName, string>()
  for (const { path, reason, facts } of bad) {
    const name = fieldOfPath(path)
    if (name === undefined || marks.has(name)) continue
    const isMissing = reason === 'input.required'
    const started = draft[name] !== undefined && draft[name].length > 0
    if (tried || (left.has(name) && started) || (!isMissing && started))
      marks.set(name, checkWords(reason, facts ?? {}, t))
  }
  if (refused?.outcome.kind !== 'refused') return marks
  const now = payloadOf(act, draft)
  for (const { path, reason } of refused.outcome.problem.fields ?? []) {
    const name = fieldOfPath(path)
    const same = name !== undefined && JSON.stringify(now[name]) === JSON.stringify(refused.payload[name])
    if (same && !marks.has(name)) marks.set(name, reason)
  }
  return marks
}

function checkWords(reason: string, facts: Record<string, string | number>, t: Text['t']): string {
  switch (reason) {
    case 'input.required':
      return t('caseFile.check.required')
    case 'input.tooLong':
      return t('caseFile.check.tooLong', { max: facts['max'] })
    case 'decline.rightWayNeeded':
      return t('caseFile.check.rightWayNeeded')
    case 'unit.leadsAlready':
      return t('caseFile.check.leadsAlready')
    default:
      return t('caseFile.check.form')
  }
}

/** Puts the cursor into a field, or into the first one. */
function focusField(form: HTMLDivElement | null, name: FieldName | null): void {
  const place = name === null ? form : form?.querySelector(`[data-field="${name}"]`)
  place?.querySelector<HTMLElement>('textarea, input:not([type=radio]), input:checked, input[type=radio]')?.focus()
}
