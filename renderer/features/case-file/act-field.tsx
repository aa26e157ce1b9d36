import type { KeyboardEvent } from 'react'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { Field, type ControlProps } from '../../shared/ui/field.tsx'
import { Segmented } from '../../shared/ui/segmented.tsx'
import type { Draft, FieldSpec } from './act-forms.ts'
import { declineReasons, satisfactions, urgencies } from '../../../hub-server/contract/vocabulary.ts'
import { UnitField } from './unit-field.tsx'
import { UnitsField } from './units-field.tsx'

export interface ActFieldProps {
  spec: FieldSpec
  draft: Draft
  divisionCode: string
  /** Why it is not good yet, where that is already to be said. */
  refusal: string | null
  onChange: (value: Draft[string]) => void
  onLeave: () => void
}

/** One field of an act's form, by its kind. */
export function ActField({ spec, draft, divisionCode, refusal, onChange, onLeave }: ActFieldProps) {
  const { t } = useText()
  const value = draft[spec.name]
  return (
    <div data-field={spec.name} onBlur={onLeave}>
      <Field
        label={t(`caseFile.form.field.${spec.name}`)}
        refusal={refusal}
        {...(spec.kind === 'words' && { help: <WordCount spec={spec} value={textOf(value)} /> })}
      >
        {(control) => control_(control)}
      </Field>
    </div>
  )

  function control_(control: ControlProps) {
    switch (spec.kind) {
      case 'words':
        return <WordsControl control={control} spec={spec} value={textOf(value)} onChange={onChange} />
      case 'choice':
        return <Choice spec={spec} value={textOf(value)} onChange={onChange} />
      case 'unit':
        return (
          <UnitField
            control={control}
            divisionCode={divisionCode}
            value={typeof value === 'string' ? value : undefined}
            onChange={onChange}
          />
        )
      case 'units':
        return (
          <UnitsField
            control={control}
            divisionCode={divisionCode}
            without={typeof draft['leadUnit'] === 'string' ? [draft['leadUnit']] : []}
            value={typeof value === 'object' ? value : []}
            onChange={onChange}
          />
        )
    }
  }
}

type Words = Extract<FieldSpec, { kind: 'words' }>

function WordCount({ spec, value }: { spec: Words; value: string }) {
  const { t } = useText()
  const optional = spec.optional === true ? `${t('caseFile.form.optional')} · ` : ''
  return <>{`${optional}${t('caseFile.form.count', { count: value.trim().length, max: spec.max })}`}</>
}

function WordsControl({
  control,
  spec,
  value,
  onChange,
}: {
  control: ControlProps
  spec: Words
  value: string
  onChange: (value: string) => void
}) {
  if (spec.lines === undefined) {
    return <input {...control} className="ui-input" value={value} onChange={(event) => onChange(event.target.value)} />
  }
  return (
    <textarea
      {...control}
      className="ui-input"
      rows={spec.lines}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

function Choice({
  spec,
  value,
  onChange,
}: {
  spec: Extract<FieldSpec, { kind: 'choice' }>
  value: string
  onChange: (value: string) => void
}) {
  const { t } = useText()
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const picked = event.ctrlKey || event.altKey ? undefined : spec.options[Number(event.key) - 1]
    if (picked === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(picked)
    event.currentTarget.querySelectorAll('input')[Number(event.key) - 1]?.focus()
  }
  return (
    <div onKeyDown={onKeyDown}>
      <Segmented
        label={t(`caseFile.form.field.${spec.name}`)}
        options={spec.options.map((option, index) => ({
          value: option,
          label: optionWords(spec.name, option, t),
          keyCap: String(index + 1),
        }))}
        value={value === '' ? null : value}
        onChange={onChange}
      />
    </div>
  )
}

function optionWords(name: FieldSpec['name'], option: string, t: Text['t']): string {
  const urgency = urgencies.find((each) => each === option)
  if (urgency !== undefined) return t(`labels.urgency.${urgency}`)
  const reason = declineReasons.find((each) => each === option)
  if (reason !== undefined) return t(`caseFile.form.declineReason.${reason}`)
  const satisfaction = satisfactions.find((each) => each === option)
  if (satisfaction !== undefined) return t(`labels.satisfaction.${satisfaction}`)
  const answer = option === 'yes' ? 'yes' : 'no'
  return t(`caseFile.form.${answerWords[name] ?? 'plain'}.${answer}`)
}

/** Where yes and no have words of their own. */
const answerWords: Partial<Record<FieldSpec['name'], 'reachedAs' | 'doneAs' | 'solvedAs' | 'contactedAs'>> = {
  reached: 'reachedAs',
  done: 'doneAs',
  solved: 'solvedAs',
  contacted: 'contactedAs',
}

function textOf(value: Draft[string]): string {
  return typeof value === 'string' ? value : ''
}
