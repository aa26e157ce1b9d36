import { Field } from '../../shared/ui/field.tsx'

export interface TextFieldProps {
  name: 'account' | 'otp'
  label: string
  help?: string
  refusal: string | null
  autoComplete: 'username' | 'one-time-code'
  value: string
  onChange: (value: string) => void
}

/** One line of text in the sign-in. */
export function TextField({ name, label, help, refusal, autoComplete, value, onChange }: TextFieldProps) {
  const isOtp = name === 'otp'
  return (
    <Field label={label} labelAt="top" refusal={refusal} {...(help !== undefined && { help })}>
      {(control) => (
        <input
          {...control}
          className={isOtp ? 'ui-input is-large sign-in-otp' : 'ui-input is-large'}
          name={name}
          inputMode={isOtp ? 'numeric' : 'text'}
          autoComplete={autoComplete}
          autoCapitalize="none"
          spellCheck={false}
          maxLength={isOtp ? 7 : 64}
          value={value}
          onChange={(event) => {
            onChange(event.target.value)
          }}
        />
      )}
    </Field>
  )
}
