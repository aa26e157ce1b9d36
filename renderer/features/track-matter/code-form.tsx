import { useId, useState, type SubmitEvent } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { codeLength, groupedCode, tidyCode } from './tracking-code.ts'

export interface CodeFormProps {
  /** What was typed before and did not lead anywhere. */
  start?: string
  onCode: (code: string) => void
}

/** Where the code is typed that one was given when the matter was registered. */
export function CodeForm({ start = '', onCode }: CodeFormProps) {
  const { t } = useText()
  const id = useId()
  const [typed, setTyped] = useState(groupedCode(start))
  const [missing, setMissing] = useState<number | null>(null)
  const code = tidyCode(typed)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (code.length === codeLength) onCode(code)
    else {
      setMissing(code.length)
      document.getElementById(id)?.focus()
    }
  }

  return (
    <form className="track-form" noValidate onSubmit={submit}>
      <h1>{t('resident.code.title')}</h1>
      <label htmlFor={id}>{t('resident.code.label')}</label>
      <input
        id={id}
        className="track-input track-code"
        value={typed}
        onChange={({ target }) => {
          const { value, selectionStart } = target
          // Set in groups only while one types at the end: a correction in the middle keeps its place.
          const atEnd = selectionStart === value.length
          setTyped(atEnd && value.length > typed.length ? groupedCode(tidyCode(value)) : value.toUpperCase())
          setMissing(null)
        }}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        enterKeyHint="search"
        aria-describedby={`${id}-help`}
        aria-invalid={missing !== null || undefined}
      />
      <p className="track-help" id={`${id}-help`}>
        {t('resident.code.help')}
      </p>
      {missing !== null && (
        <p className="track-failure" role="alert">
          <Icon name="barred" size={20} />
          <span>{t(missing === 0 ? 'resident.code.empty' : 'resident.code.length', { count: missing })}</span>
        </p>
      )}
      <Button type="submit" look="primary" size="large">
        {t('resident.code.look')}
      </Button>
    </form>
  )
}
