import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { changeHub } from '../../hub/hub-address.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import './change-hub.css'

const problems = ['notUrl', 'insecure', 'unreachable', 'untrusted', 'notFengqiao', 'fixed'] as const

/** Asks for another hub. The station checks it first, so a mistyped address changes nothing. */
export function ChangeHub({ onClose }: { onClose: () => void }) {
  const { t } = useText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [url, setUrl] = useState('')
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  useEffect(() => {
    dialog.current?.showModal()
  }, [])

  async function send() {
    setBusy(true)
    const answer = await changeHub(url.trim())
    setBusy(false)
    if (answer === null || answer.ok) {
      onClose()
      return
    }
    const known = problems.find((problem) => answer.problem.code === `hub.${problem}`)
    setRefusal(t(`signIn.hubProblem.${known ?? 'other'}`))
  }

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (!busy) void send()
  }

  return (
    <dialog ref={dialog} className="change-hub" aria-labelledby="change-hub-title" onClose={onClose}>
      <form noValidate onSubmit={submit}>
        <h2 id="change-hub-title">{t('signIn.chooseHub')}</h2>
        <Field
          label={t('signIn.hubUrl')}
          labelAt="top"
          refusal={refusal}
          below={<p className="note">{t('signIn.hubUrlHelp')}</p>}
        >
          {(control) => (
            <input
              {...control}
              className="ui-input is-large"
              inputMode="url"
              spellCheck={false}
              value={url}
              onChange={(event) => {
                setUrl(event.target.value)
              }}
            />
          )}
        </Field>
        <div className="change-hub-acts">
          <Button type="submit" look="primary" keyCap="Enter" aria-busy={busy}>
            {busy ? t('signIn.hubTrying') : t('signIn.hubTry')}
          </Button>
          <Button keyCap="Esc" onClick={onClose}>
            {t('common.cancel')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
