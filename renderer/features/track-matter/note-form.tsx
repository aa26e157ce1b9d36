import { useState, type SubmitEvent } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { FormFoot } from './form-foot.tsx'
import { useSend } from './use-send.ts'
import { WordsField } from './words-field.tsx'

/** What the resident adds to his matter: it goes into the course of the case, where the unit reads it. */
export function NoteForm({ code, onTaken }: { code: string; onTaken: () => void }) {
  const { t } = useText()
  const [words, setWords] = useState('')
  const [empty, setEmpty] = useState(false)
  const { state, send, changed } = useSend(async (key) => {
    const { sendNote } = await import('../../hub/track-requests.ts')
    return sendNote(code, words.trim(), key)
  }, onTaken)

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    setEmpty(words.trim() === '')
    if (words.trim() !== '') void send()
  }

  return (
    <form className="track-page" noValidate onSubmit={submit} onChange={changed}>
      <WordsField
        label={t('resident.note.label')}
        help={t('resident.note.help')}
        value={words}
        onChange={(value) => {
          setWords(value)
          setEmpty(false)
        }}
        rows={6}
      />
      {empty && (
        <p className="track-failure" role="alert">
          <Icon name="barred" size={20} />
          <span>{t('resident.note.empty')}</span>
        </p>
      )}
      <FormFoot hint={t('resident.note.hint')} send={t('resident.note.send')} state={state} />
    </form>
  )
}
