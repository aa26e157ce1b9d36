import { useId, useState, type ChangeEvent, type KeyboardEvent, type ReactNode } from 'react'
import type { ControlProps } from '../../shared/ui/field.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import './pick-field.css'

export interface PickOption {
  readonly value: string
  readonly name: string
  /** What tells it from others of its name. */
  readonly note?: string
}

export interface PickFieldProps {
  control: ControlProps
  /** What may be chosen, read aloud with the list. */
  label: string
  /** The chosen one in words; `null` while nothing is chosen. */
  chosen: string | null
  /** Shown in the empty field. */
  hint: ReactNode
  /** Said when nothing fits what was typed. */
  noneFits: string
  find: (typed: string) => readonly PickOption[]
  /** `null`: what was chosen is being typed over. */
  onPick: (value: string | null) => void
  /** Keys shown at the right end. */
  end?: ReactNode
}

/** One out of many, found by typing a part of it. Arrows move, Enter or Tab takes the marked one. The list floats and pushes nothing. */
export function PickField(props: PickFieldProps) {
  const { control, label, chosen, hint, noneFits, end } = props
  const list = useId()
  const { typed, words, options, marked, open, take, handlers } = usePicking(props)
  return (
    <div className="pick-field">
      <div className="ui-input">
        <input
          {...control}
          {...handlers}
          role="combobox"
          aria-expanded={open}
          aria-controls={list}
          aria-activedescendant={open && marked !== undefined ? `${list}-${marked.value}` : undefined}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? chosen ?? ''}
        />
        {(typed ?? '') === '' && chosen === null && <span className="pick-field-hint">{hint}</span>}
        {chosen !== null && typed === null && <Icon name="check" size={14} />}
        {end}
      </div>
      <ul className="pick-field-list" role="listbox" id={list} aria-label={label} hidden={!open}>
        {options.map((option) => (
          <Option
            key={option.value}
            id={`${list}-${option.value}`}
            option={option}
            marked={option === marked}
            onTake={take}
          />
        ))}
      </ul>
      {words !== '' && options.length === 0 && (
        <p className="note" role="status">
          {noneFits}
        </p>
      )}
    </div>
  )
}

/** What is typed, what fits it, which of that is marked, and what keys do with it. */
function usePicking({ chosen, find, onPick }: PickFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const [at, setAt] = useState(0)
  const [focused, setFocused] = useState(false)
  const [closed, setClosed] = useState(false)
  const words = typed?.trim() ?? ''
  const options = words === '' ? [] : find(words)
  const index = Math.min(at, options.length - 1)
  const marked = options[index]
  const open = focused && !closed && options.length > 0

  const take = (option: PickOption) => {
    onPick(option.value)
    setTyped(null)
    setAt(0)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    setTyped(event.target.value)
    setAt(0)
    setClosed(false)
    if (chosen !== null) onPick(null)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const moves = { ArrowDown: 1, ArrowUp: options.length - 1 }[event.key]
    if (event.nativeEvent.isComposing || event.ctrlKey || event.altKey || !open || marked === undefined) return
    if (moves !== undefined) setAt((index + moves) % options.length)
    else if (event.key === 'Escape') setClosed(true)
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) take(marked)
    else return
    // Tab takes the marked one and goes on to the next field.
    if (event.key !== 'Tab') event.preventDefault()
    event.stopPropagation()
  }
  const handlers = { onChange, onKeyDown, onFocus: () => setFocused(true), onBlur: () => setFocused(false) }
  return { typed, words, options, marked, open, take, handlers }
}

interface OptionProps {
  id: string
  option: PickOption
  marked: boolean
  onTake: (option: PickOption) => void
}

function Option({ id, option, marked, onTake }: OptionProps) {
  return (
    <li
      id={id}
      role="option"
      aria-selected={marked}
      // The field keeps the focus while the pointer chooses.
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onTake(option)}
    >
      <span className="cut">{option.name}</span>
      <span className="note">{option.note}</span>
    </li>
  )
}
