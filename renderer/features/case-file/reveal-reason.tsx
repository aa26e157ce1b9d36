import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react'
import { revealSchema } from '../../../hub-server/contract/case-view.ts'
import { failureText } from '../../hub/failure-text.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import type { PersonField } from './person-fields.ts'
import { shownForMs, type Reveal } from './use-reveal.ts'

const reasons = ['contact', 'followUp', 'verify'] as const
type Choice = (typeof reasons)[number] | 'other'
const choices: readonly Choice[] = [...reasons, 'other']

/** Why this field is to be shown: a digit or words of one's own, then Enter. The hub writes it down beside the name of who asked. */
export function RevealReason({ person, reveal }: { person: PersonField; reveal: Reveal }) {
  const { t } = useText()
  const [choice, setChoice] = useState<Choice>('contact')
  const [words, setWords] = useState('')
  const line = useRef<HTMLDivElement>(null)
  const reason = choice === 'other' ? words : t(`caseFile.reveal.reasons.${choice}`)
  const ready = revealSchema.shape.reason.safeParse(reason).success && !reveal.busy

  useEffect(() => {
    line.current?.querySelector<HTMLInputElement>('input:checked')?.focus()
  }, [])

  const send = () => {
    if (ready) reveal.show(person.field, reason.trim())
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const picked = inText(event.target) ? undefined : choices[Number(event.key) - 1]
    if (picked !== undefined) setChoice(picked)
    else if (event.key === 'Enter') send()
    else if (event.key === 'Escape') reveal.cancel()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="reveal-reason" role="radiogroup" aria-label={label()} ref={line} onKeyDown={onKeyDown}>
      <b>{t('caseFile.reveal.reason')}</b>
      <Choices choice={choice} onChoice={setChoice} />
      {choice === 'other' && (
        <input
          className="ui-input"
          autoFocus
          value={words}
          maxLength={200}
          aria-label={t('caseFile.reveal.other')}
          placeholder={t('caseFile.reveal.otherHint')}
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      <Button look="link" className="reveal-reason-send" keyCap="Enter" aria-disabled={!ready} onClick={send}>
        {reveal.busy ? t('caseFile.reveal.asking') : t('caseFile.reveal.seconds', { seconds: shownForMs / 1000 })}
      </Button>
      <Button look="link" keyCap="Esc" onClick={reveal.cancel}>
        <span className="visually-hidden">{t('common.cancel')}</span>
      </Button>
      {reveal.failure !== null && (
        <RefusedNotice what={t('caseFile.reveal.failed')} reason={failureText(reveal.failure, t)} />
      )}
    </div>
  )

  function label(): string {
    return t('caseFile.reveal.reasonFor', { field: t(`caseFile.field.${person.label}`) })
  }
}

function Choices({ choice, onChoice }: { choice: Choice; onChoice: (choice: Choice) => void }) {
  const { t } = useText()
  const group = useId()
  return choices.map((each, index) => (
    <label key={each} className={each === choice ? 'is-on' : undefined}>
      <input
        type="radio"
        className="visually-hidden"
        name={group}
        checked={each === choice}
        onChange={() => onChoice(each)}
      />
      <KeyCap>{index + 1}</KeyCap>
      {each === 'other' ? t('caseFile.reveal.other') : t(`caseFile.reveal.reasons.${each}`)}
    </label>
  ))
}

function inText(target: EventTarget): boolean {
  return target instanceof HTMLInputElement && target.type !== 'radio'
}
