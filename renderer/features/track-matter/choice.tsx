import { useId } from 'react'
import { Icon } from '../../shared/ui/icon.tsx'

export interface ChoiceProps<Value extends string> {
  question: string
  options: readonly { readonly value: Value; readonly label: string }[]
  value: Value | null
  onChange: (value: Value) => void
  /** What is wrong, said right below. */
  refusal: string | null
}

/** One question with all its answers in sight, each large enough for a thumb; the chosen one has a tick as well as the colour. */
export function Choice<Value extends string>({ question, options, value, onChange, refusal }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <fieldset className="track-question" aria-describedby={refusal === null ? undefined : `${id}-refusal`}>
      <legend>{question}</legend>
      <div className="track-choices" data-count={options.length}>
        {options.map((option) => (
          <label key={option.value} data-chosen={option.value === value}>
            <input
              type="radio"
              className="visually-hidden"
              name={id}
              checked={option.value === value}
              onChange={() => {
                onChange(option.value)
              }}
            />
            {option.value === value && <Icon name="check" size={20} />}
            {option.label}
          </label>
        ))}
      </div>
      {refusal !== null && (
        <p className="track-failure" role="alert" id={`${id}-refusal`}>
          <Icon name="barred" size={20} />
          <span>{refusal}</span>
        </p>
      )}
    </fieldset>
  )
}
