import { useId } from 'react'
import './segmented.css'

export interface SegmentedOption<Value extends string> {
  value: Value
  label: string
  /** The digit or letter that chooses it. */
  keyCap?: string
}

export interface SegmentedProps<Value extends string> {
  /** What is being chosen; read aloud, and visible beside it where the caller puts it. */
  label: string
  options: readonly SegmentedOption<Value>[]
  /** `null` while nothing is chosen yet. */
  value: Value | null
  onChange: (value: Value) => void
  /** `small` in bars (26 high, 12 px), `form` in forms (32 high). */
  size?: 'small' | 'form'
}

/** A closed choice of up to six, all in sight. Arrow keys move as in any radio group. */
export function Segmented<Value extends string>({
  label,
  options,
  value,
  onChange,
  size = 'form',
}: SegmentedProps<Value>) {
  const group = useId()
  return (
    <span className={`ui-segmented is-${size}`} role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? 'is-on' : undefined}>
          <input
            type="radio"
            className="visually-hidden"
            name={group}
            value={option.value}
            checked={option.value === value}
            onChange={() => {
              onChange(option.value)
            }}
          />
          {option.keyCap !== undefined && <kbd>{option.keyCap}</kbd>}
          {option.label}
        </label>
      ))}
    </span>
  )
}
