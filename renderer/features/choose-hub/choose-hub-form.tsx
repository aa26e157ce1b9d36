import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import type { HubAddress, StationProblem } from '../../../preload/station-api.ts'
import { changeHub } from '../../hub/hub-address.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'

/** One address, checked by the station before it counts: a mistyped one changes nothing, and what was typed stays. */
export function ChooseHubForm({ hub }: { hub: HubAddress | null }) {
  const { t } = useText()
  const { url, type, step, refusal, send } = useChoice(hub)
  const input = useRef<HTMLInputElement>(null)
  const mayLeave = hub !== null
  useEscape(mayLeave)

  useEffect(() => {
    input.current?.focus()
  }, [refusal])

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    void send()
  }

  if (hub?.fixed === true) return <RefusedNotice reason={t('chooseHub.problem.fixed')} />
  return (
    <form className="choose-hub-form" noValidate onSubmit={submit}>
      <h2>{t('chooseHub.title')}</h2>
      <Field
        label={t('chooseHub.address')}
        help={t('chooseHub.addressHelp')}
        labelAt="top"
        refusal={refusal}
        below={<p className="choose-hub-example">{t('chooseHub.example')}</p>}
      >
        {(control) => (
          <input
            {...control}
            ref={input}
            className="ui-input is-large"
            inputMode="url"
            autoCapitalize="none"
            autoComplete="off"
            spellCheck={false}
            maxLength={300}
            value={url}
            onChange={(event) => {
              type(event.target.value)
            }}
          />
        )}
      </Field>
      <div className="choose-hub-acts">
        <Button type="submit" look="primary" size="large" keyCap="Enter" aria-busy={step === 'checking'}>
          {t(`chooseHub.${step}`)}
        </Button>
        {mayLeave && (
          <Button size="large" keyCap="Esc" onClick={leave}>
            {t('common.back')}
          </Button>
        )}
      </div>
    </form>
  )
}

const problems = ['notUrl', 'insecure', 'unreachable', 'untrusted', 'notFengqiao', 'fixed'] as const

/** `chosen` lasts until the station has loaded this window anew, a moment later. */
function useChoice(hub: HubAddress | null) {
  const { t } = useText()
  const [url, setUrl] = useState(hub?.url ?? '')
  const [step, setStep] = useState<'check' | 'checking' | 'chosen'>('check')
  const [refusal, setRefusal] = useState<string | null>(null)

  function reasonOf({ code }: StationProblem): string {
    return t(`chooseHub.problem.${problems.find((problem) => code === `hub.${problem}`) ?? 'other'}`)
  }

  async function send() {
    if (step !== 'check') return
    setRefusal(null)
    if (url.trim() === '') {
      setRefusal(t('chooseHub.empty'))
      return
    }
    setStep('checking')
    const answer = await changeHub(url.trim())
    if (answer === null || answer.ok) {
      setStep('chosen')
      return
    }
    setStep('check')
    setRefusal(reasonOf(answer.problem))
  }

  return { url, type: setUrl, step, refusal, send }
}

function useEscape(mayLeave: boolean) {
  useEffect(() => {
    if (!mayLeave) return undefined
    function onKey(event: KeyboardEvent) {
      if (event.key === 'Escape') leave()
    }
    window.addEventListener('keydown', onKey)
    return () => {
      window.removeEventListener('keydown', onKey)
    }
  }, [mayLeave])
}

function leave() {
  window.location.hash = '#/'
}
