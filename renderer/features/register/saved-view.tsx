import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { hubAddress } from '../../hub/hub-address.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { Icon, type IconName } from '../../shared/ui/icon.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import { groupedCode } from './grouped-code.ts'
import type { Registration, StepOutcome } from './registration.ts'
import './saved-view.css'

export interface SavedViewProps {
  registration: Registration
  onOpen: () => void
  onAnother: () => void
  onBack: () => void
}

/** After saving: the code to hand out, where to follow with it, and exactly what was done and what was not. */
export function SavedView({ registration, onOpen, onAnother, onBack }: SavedViewProps) {
  const { t, moment } = useText()
  const { answer, at, asFirstSent } = registration
  const code = groupedCode(answer.trackingCode)
  const { copied, codeRef, copy } = useCopy(code)
  const view = useRef<HTMLElement>(null)
  useEffect(() => view.current?.focus(), [])
  useKeys('layer', [
    { id: 'register.another', keys: ['N'], label: t('register.saved.another'), run: onAnother, hint: 1 },
    { id: 'register.open', keys: ['Enter'], label: t('register.saved.openIt'), run: onOpen, hint: 2 },
    { id: 'register.copy', keys: ['C'], label: t('register.saved.copy'), run: copy, hint: 3 },
    { id: 'register.back', keys: ['Escape'], label: t('register.saved.backToList'), run: onBack, hint: 4 },
  ])
  return (
    <section className="register-saved" aria-label={t('register.saved.title')} ref={view} tabIndex={-1}>
      <h1>
        <Icon name="check" size={18} /> {t('register.saved.title')} <CodeText code={answer.caseCode} />
        <span className="note">{moment.clock(at)}</span>
      </h1>
      <p className="note">{t('register.saved.codeNote')}</p>
      <p className="register-code" ref={codeRef}>
        {code}
      </p>
      <p className="register-copy">
        <Button keyCap="C" onClick={copy}>
          {t('register.saved.copy')}
        </Button>
        <span className="note" role="status">
          {copied !== null && t(`register.saved.${copied ? 'copied' : 'notCopied'}`)}
        </span>
      </p>
      <Where />
      {answer.duplicateOf !== undefined && (
        <p>
          {t('register.saved.duplicateOf')}
          <CodeText code={answer.duplicateOf} />
        </p>
      )}
      {asFirstSent && <RefusedNotice reason={t('register.saved.asFirstSent')} />}
      <Steps registration={registration} />
      <p className="register-buttons">
        <Button look="primary" keyCap="N" onClick={onAnother}>
          {t('register.saved.another')}
        </Button>
        <Button keyCap="Enter" onClick={onOpen}>
          {t('register.saved.openIt')}
        </Button>
        <Button keyCap="Esc" onClick={onBack}>
          {t('register.saved.backToList')}
        </Button>
      </p>
    </section>
  )
}

/** Copies words; where the machine does not let us, they are selected, so that Ctrl+C does. `copied` is null before a try. */
function useCopy(words: string) {
  const codeRef = useRef<HTMLParagraphElement>(null)
  const [copied, setCopied] = useState<boolean | null>(null)
  const select = () => {
    if (codeRef.current !== null) window.getSelection()?.selectAllChildren(codeRef.current)
    setCopied(false)
  }
  const copy = () => {
    // Without a secure origin there is no clipboard at all.
    const clipboard = navigator.clipboard as Clipboard | undefined
    if (clipboard === undefined) select()
    else clipboard.writeText(words).then(() => setCopied(true), select)
  }
  return { copied, codeRef, copy }
}

/** Where the resident follows his matter. */
function Where() {
  const { t } = useText()
  const { data: address } = useQuery({ queryKey: ['hubAddress'], queryFn: hubAddress })
  if (address === undefined || address === null) return null
  return (
    <p>
      <span className="note">{t('register.saved.where')}</span> {address}/r/
    </p>
  )
}

const stepIcons: Record<StepOutcome['kind'], IconName> = {
  waiting: 'hourglass',
  done: 'check',
  refused: 'barred',
  notGiven: 'waiting',
}

function Steps({ registration: { steps } }: { registration: Registration }) {
  const { t } = useText()
  const { data: units } = useQuery(unitsQuery())
  const stopped = steps.some(({ outcome }) => outcome.kind === 'refused')
  const wordsOf = (step: (typeof steps)[number]) =>
    step.type === 'dispatch'
      ? t('register.saved.step.dispatch', { unit: units?.get(step.payload.leadUnit)?.name ?? step.payload.leadUnit })
      : t(`register.saved.step.${step.type}`)
  return (
    <div className="register-steps" role="status">
      <h2>{t('register.saved.steps')}</h2>
      <ol>
        <li>
          <Icon name="check" /> {t('register.saved.registered')}
        </li>
        {steps.map((step) => (
          <li key={step.type} className={step.outcome.kind === 'done' ? '' : 'is-open'}>
            <Icon name={stepIcons[step.outcome.kind]} />
            {wordsOf(step)}
            <span className="note">{t(`register.saved.outcome.${step.outcome.kind}`)}</span>
            {step.outcome.kind === 'refused' && <b>{reasonOf(step.outcome.problem)}</b>}
          </li>
        ))}
      </ol>
      {stopped && <p>{t('register.saved.goOn')}</p>}
      {!steps.some(({ type }) => type === 'dispatch') && <p className="note">{t('register.saved.unassigned')}</p>}
    </div>
  )
}

function reasonOf({ detail, fields = [] }: { detail: string; fields?: { reason: string }[] | undefined }): string {
  return fields.length > 0 ? fields.map(({ reason }) => reason).join('；') : detail
}
