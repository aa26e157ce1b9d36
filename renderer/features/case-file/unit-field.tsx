import { useQuery } from '@tanstack/react-query'
import { useId, useState, type KeyboardEvent } from 'react'
import type { Unit } from '../../../hub-server/contract/reference.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import type { ControlProps } from '../../shared/ui/field.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { findUnits } from '../../hub/find-units.ts'

export interface UnitFieldProps {
  control: ControlProps
  divisionCode: string
  value: string | undefined
  onChange: (code: string | undefined) => void
  /** Units that cannot be chosen here because they are already. */
  without?: readonly string[]
}

/** One unit, found by a part of its name. Arrows move, Enter or Tab takes the marked one. */
export function UnitField({ control, divisionCode, value, onChange, without = [] }: UnitFieldProps) {
  const { t } = useText()
  const { data: units, isError } = useQuery(unitsQuery())
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const list = useId()
  const chosen = value === undefined ? undefined : units?.get(value)
  const matches =
    typed === null || units === undefined
      ? []
      : findUnits(units.values(), typed, divisionCode).filter(({ code }) => !without.includes(code))
  const marked = matches[Math.min(at, matches.length - 1)]

  const take = (unit: Unit) => {
    onChange(unit.code)
    setTyped(null)
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || matches.length === 0) return
    if (event.key === 'ArrowDown') setAt((at + 1) % matches.length)
    else if (event.key === 'ArrowUp') setAt((at + matches.length - 1) % matches.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && marked !== undefined) take(marked)
    else return
    // Tab takes the marked unit and goes on to the next field.
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="ui-input unit-field">
        <input
          {...control}
          role="combobox"
          aria-expanded={matches.length > 0}
          aria-controls={list}
          aria-activedescendant={marked === undefined ? undefined : `${list}-${marked.code}`}
          autoComplete="off"
          value={typed ?? chosen?.name ?? value ?? ''}
          placeholder={t('caseFile.form.unitHint')}
          onChange={(event) => {
            setTyped(event.target.value)
            setAt(0)
            if (value !== undefined) onChange(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        {chosen !== undefined && <Icon name="check" size={14} />}
      </div>
      <Matches id={list} matches={matches} marked={marked} onTake={take} />
      {isError && <p className="note">{t('caseFile.form.unitsMissing')}</p>}
      {typed !== null && typed.trim() !== '' && units !== undefined && matches.length === 0 && (
        <p className="note" role="status">
          {t('caseFile.form.unitNone')}
        </p>
      )}
    </>
  )
}

interface MatchesProps {
  id: string
  matches: readonly Unit[]
  marked: Unit | undefined
  onTake: (unit: Unit) => void
}

function Matches({ id, matches, marked, onTake }: MatchesProps) {
  const { t } = useText()
  return (
    <ul className="unit-matches" role="listbox" id={id} aria-label={t('caseFile.form.unitHint')}>
      {matches.map((unit) => (
        <Match key={unit.code} unit={unit} id={`${id}-${unit.code}`} marked={unit === marked} onTake={onTake} />
      ))}
    </ul>
  )
}

interface MatchProps {
  unit: Unit
  id: string
  marked: boolean
  onTake: (unit: Unit) => void
}

function Match({ unit, id, marked, onTake }: MatchProps) {
  const { t } = useText()
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      // The field keeps the focus while the pointer chooses.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTake(unit)}
    >
      <span className="cut">{unit.name}</span>
      <span className="note">
        {unit.shortName} · {t(`labels.tier.${unit.tier}`)}
      </span>
    </li>
  )
}
