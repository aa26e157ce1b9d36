import type { KeyboardEvent } from 'react'
import { Segmented, type SegmentedOption } from '../../shared/ui/segmented.tsx'

export interface ChoiceFieldProps<Value extends string> {
  label: string
  options: readonly Omit<SegmentedOption<Value>, 'keyCap'>[]
  value: Value | null
  onChange: (value: Value) => void
}

/** A closed choice in a form: its digit chooses as long as the focus is in it. */
export function ChoiceField<Value extends string>({ label, options, value, onChange }: ChoiceFieldProps<Value>) {
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const picked = event.ctrlKey || event.altKey ? undefined : options[Number(event.key) - 1]
    if (picked === undefined) return
    event.preventDefault()
    event.stopPropagation()
    onChange(picked.value)
    event.currentTarget.querySelectorAll('input')[Number(event.key) - 1]?.focus()
  }
  return (
    <div onKeyDown={onKeyDown}>
      <Segmented
        label={label}
        options={options.map((option, index) => ({ ...option, keyCap: String(index + 1) }))}
        value={value}
        onChange={onChange}
      />
    </div>
  )
}
