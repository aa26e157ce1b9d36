import { Fragment } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import './people.css'
import { personFields, type PersonField } from './person-fields.ts'
import { RevealReason } from './reveal-reason.tsx'
import { shownForMs, type Reveal } from './use-reveal.ts'

/** The resident of the matter: masked, one field at a time on request, each request written down by the hub. */
export function People({ view, reveal }: { view: CaseView; reveal: Reveal }) {
  const fields = personFields(view)
  return (
    <dl className="people">
      {fields.map((person, index) => (
        <Fragment key={person.field}>
          <Line view={view} person={person} reveal={reveal} keyCap={`V ${index + 1}`} />
          {reveal.asking === person.field && (
            <dd className="people-reason">
              <RevealReason person={person} reveal={reveal} />
            </dd>
          )}
        </Fragment>
      ))}
    </dl>
  )
}

interface LineProps {
  view: CaseView
  person: PersonField
  reveal: Reveal
  keyCap: string
}

function Line({ view, person, reveal, keyCap }: LineProps) {
  const { t } = useText()
  const label = t(`caseFile.field.${person.label}`)
  const { shown } = reveal
  if (shown?.field === person.field) {
    return (
      <>
        <dt>{label}</dt>
        <dd>
          <ShownValue value={person.label === 'text' ? '' : (shown.value ?? t('caseFile.reveal.noName'))} />
          <TimeLeft until={shown.until} />
          <Button look="link" onClick={reveal.mask}>
            {t('common.hide')}
          </Button>
        </dd>
      </>
    )
  }
  const covered =
    person.masked === ''
      ? t(person.label === 'place' ? 'caseFile.reveal.coveredPlace' : 'caseFile.reveal.coveredText')
      : null
  return (
    <>
      <dt>{label}</dt>
      <dd>
        <span className={covered === null ? 'people-value' : 'people-value is-covered cut'}>
          {covered ?? person.masked ?? t('caseFile.reveal.noName')}
        </span>
        {view.revealable.includes(person.field) ? (
          <Button look="link" keyCap={keyCap} onClick={() => reveal.ask(person.field)}>
            <Icon name="eye" />
            {t('caseFile.reveal.show')}
            <span className="visually-hidden">{label}</span>
          </Button>
        ) : (
          person.masked !== null && <span className="note">{t('caseFile.reveal.noRight')}</span>
        )}
      </dd>
    </>
  )
}

function ShownValue({ value }: { value: string }) {
  const { t } = useText()
  return (
    <span className="people-value is-shown" role="status">
      {value === '' ? t('caseFile.reveal.above') : value}
    </span>
  )
}

/** Seconds until it masks itself. */
function TimeLeft({ until }: { until: number }) {
  const { t } = useText()
  const now = useHubNow()
  const seconds = Math.min(shownForMs / 1000, Math.max(0, Math.ceil((until - now) / 1000)))
  return <span className="reveal-left">{t('caseFile.reveal.left', { seconds: String(seconds).padStart(2, '0') })}</span>
}
