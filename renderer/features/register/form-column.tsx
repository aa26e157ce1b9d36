import { useQuery } from '@tanstack/react-query'
import { appealKinds, urgencies } from '../../../hub-server/contract/vocabulary.ts'
import { profileQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Field } from '../../shared/ui/field.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import { AssistUnitsField, LeadUnitField } from './unit-fields.tsx'
import { CategoryField } from './category-field.tsx'
import { ChoiceField } from './choice-field.tsx'
import { changeDraft, useDraft, type RegisterField } from './draft.ts'
import './form-column.css'
import { hiddenPieces } from './hidden-pieces.ts'
import { OccurredField } from './occurred-field.tsx'
import { PlaceField } from './place-field.tsx'
import { proposeTitle } from './propose-title.ts'
import { Required } from './required.tsx'
import type { Marks } from './use-marks.ts'

/** What was said, in the order in which it is written down. */
export function FormColumn({ marks, onLeave }: { marks: Marks; onLeave: (field: RegisterField) => void }) {
  return (
    <div
      className="register-form"
      onBlur={(event) => {
        const name = event.target.closest<HTMLElement>('[data-field]')?.dataset['field']
        if (name !== undefined) onLeave(name as RegisterField)
      }}
    >
      <TextField refusal={marks.get('text') ?? null} />
      <TitleField refusal={marks.get('title') ?? null} />
      <PlaceField refusal={marks.get('place') ?? null} />
      <KindField refusal={marks.get('kind') ?? null} />
      <UrgencyField refusal={marks.get('urgency') ?? null} />
      <CategoryField refusal={marks.get('category') ?? null} />
      <div className="register-units">
        <LeadUnitField refusal={marks.get('leadUnit') ?? null} />
        <AssistUnitsField refusal={marks.get('assistUnits') ?? null} />
      </div>
      <InstructionField refusal={marks.get('instruction') ?? null} />
      <OccurredField refusal={marks.get('occurredAt') ?? null} />
    </div>
  )
}

interface OneFieldProps {
  refusal: string | null
}

function TextField({ refusal }: OneFieldProps) {
  const { t } = useText()
  const { text } = useDraft()
  const hidden = hiddenPieces(text).map((piece) => t(`register.text.piece.${piece}`))
  return (
    <div data-field="text" className="register-text">
      <Field label={t('register.field.text')} refusal={refusal}>
        {(control) => (
          <>
            <textarea
              {...control}
              className="ui-input"
              rows={7}
              placeholder={t('register.text.hint')}
              value={text}
              onChange={(event) => changeDraft({ text: event.target.value })}
            />
            <span className="register-text-note note" role="status">
              {hidden.length > 0 && t('register.text.hidden', { pieces: hidden.join(t('register.separator')) })}
              {hidden.length > 0 && ' · '}
              {t('register.text.count', { count: [...text.trim()].length })}
            </span>
          </>
        )}
      </Field>
    </div>
  )
}

/** The proposal waits for Tab and never replaces what a person wrote. */
function TitleField({ refusal }: OneFieldProps) {
  const { t } = useText()
  const { text, title } = useDraft()
  const proposal = proposeTitle(text)
  const offered = title === '' && proposal !== ''
  const accept = () => changeDraft({ title: proposal })
  return (
    <div data-field="title">
      <Field label={t('register.field.title')} refusal={refusal}>
        {(control) => (
          <div className="ui-input register-title">
            <input
              {...control}
              autoComplete="off"
              value={title}
              onChange={(event) => changeDraft({ title: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Tab' && !event.shiftKey && offered) accept()
              }}
            />
            {offered && (
              <span className="register-title-offer">
                <span className="cut">{proposal}</span>
                <button type="button" tabIndex={-1} className="note" onClick={accept}>
                  {t('register.proposal.said')}，<KeyCap>Tab</KeyCap> {t('register.proposal.accept')}
                </button>
              </span>
            )}
            {title === '' && proposal === '' && <Required />}
          </div>
        )}
      </Field>
    </div>
  )
}

function KindField({ refusal }: OneFieldProps) {
  const { t } = useText()
  const { kind } = useDraft()
  return (
    <div data-field="kind">
      <Field label={t('register.field.kind')} refusal={refusal}>
        {() => (
          <div className="register-choice">
            <ChoiceField
              label={t('register.field.kind')}
              options={appealKinds.map((value) => ({ value, label: t(`labels.kind.${value}`) }))}
              value={kind}
              onChange={(value) => changeDraft({ kind: value })}
            />
            {kind === null && <Required />}
          </div>
        )}
      </Field>
    </div>
  )
}

function UrgencyField({ refusal }: OneFieldProps) {
  const { t } = useText()
  const { urgency } = useDraft()
  const { data: profile } = useQuery(profileQuery())
  const usual = profile?.defaultUrgency.value ?? null
  return (
    <div data-field="urgency">
      <Field label={t('register.field.urgency')} refusal={refusal}>
        {() => (
          <div className="register-choice">
            <ChoiceField
              label={t('register.field.urgency')}
              options={urgencies.map((value) => ({ value, label: t(`labels.urgency.${value}`) }))}
              value={urgency ?? usual}
              onChange={(value) => changeDraft({ urgency: value })}
            />
            {urgency === null && usual !== null && (
              <span className="note">{t('register.usual', { urgency: t(`labels.urgency.${usual}`) })}</span>
            )}
          </div>
        )}
      </Field>
    </div>
  )
}

function InstructionField({ refusal }: OneFieldProps) {
  const { t } = useText()
  const { instruction } = useDraft()
  return (
    <div data-field="instruction">
      <Field label={t('register.field.instruction')} refusal={refusal}>
        {(control) => (
          <input
            {...control}
            className="ui-input"
            autoComplete="off"
            placeholder={t('register.instruction.hint')}
            value={instruction}
            onChange={(event) => changeDraft({ instruction: event.target.value })}
          />
        )}
      </Field>
    </div>
  )
}
