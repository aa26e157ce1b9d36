import { useId } from 'react'
import { useText } from '../../shared/text/use-text.ts'

/** The contract's limit for what a resident writes at one time. */
const mostWords = 2000

export interface WordsFieldProps {
  label: string
  help: string
  value: string
  onChange: (value: string) => void
  rows: number
}

/** Free words with the room that is left, once it gets scarce. */
export function WordsField({ label, help, value, onChange, rows }: WordsFieldProps) {
  const { t } = useText()
  const id = useId()
  const left = mostWords - value.length
  return (
    <div className="track-question">
      <div className="track-label">
        <label htmlFor={id}>{label}</label>
        <span id={`${id}-help`}>{left <= 200 ? t('resident.wordsLeft', { count: left }) : help}</span>
      </div>
      <textarea
        id={id}
        className="track-input"
        rows={rows}
        maxLength={mostWords}
        value={value}
        aria-describedby={`${id}-help`}
        onChange={({ target }) => {
          onChange(target.value)
        }}
      />
    </div>
  )
}
