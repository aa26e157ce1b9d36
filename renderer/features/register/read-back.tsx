import { useQuery } from '@tanstack/react-query'
import type { Urgency } from '../../../hub-server/contract/vocabulary.ts'
import { profileQuery, unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { useDraft } from './draft.ts'
import { PromiseLine } from './promise-line.tsx'
import { usePromises } from './use-promises.ts'

/** The sentence to read to the caller before saving: what it will be, who gets it, and by when he hears. */
export function ReadBack() {
  const text = useText()
  const { t, moment } = text
  const draft = useDraft()
  const now = useHubNow(60_000)
  const { data: profile } = useQuery(profileQuery())
  const { data: units } = useQuery(unitsQuery())
  const urgency: Urgency = draft.urgency ?? profile?.defaultUrgency.value ?? 'normal'
  const promises = usePromises(profile, draft.kind, urgency, now)
  const name = (code: string) => units?.get(code)?.name ?? code
  const when = (at: number | undefined) =>
    at === undefined ? t('register.readBack.momentOpen') : moment.short(at, now)
  const helpers = draft.assistUnits.map(name).join(t('register.separator'))
  const facts = {
    kind: draft.kind === null ? t('register.readBack.kindOpen') : t(`labels.kind.${draft.kind}`),
    urgency: t(`labels.urgency.${urgency}`),
    lead: draft.leadUnit === null ? t('register.readBack.leadOpen') : name(draft.leadUnit),
    assist: helpers === '' ? '' : t('register.readBack.assist', { units: helpers }),
    contact: when(promises?.contact.at),
    total: when(promises?.total.at),
  }
  const spoken = draft.channel === 'letter' ? 'labelLetter' : 'label'
  return (
    <div className="register-read-back">
      <p className="note">{t(`register.readBack.${spoken}`)}</p>
      <p className="register-sentence" aria-live="polite">
        <Sentence text={t(`register.readBack.${draft.phone.trim() === '' ? 'dispatchNoPhone' : 'dispatch'}`, facts)} />
      </p>
      {promises !== null && <PromiseLine promises={promises} now={now} reachable={draft.phone.trim() !== ''} />}
      <p className="note">
        <Sentence text={t('register.readBack.only', { triage: when(promises?.triage.at) })} />
      </p>
    </div>
  )
}

/** A sentence whose deciding words are marked by `<b>`. */
function Sentence({ text }: { text: string }) {
  return text.split(/<b>(.*?)<\/b>/).map((part, index) => (index % 2 === 1 ? <b key={index}>{part}</b> : part))
}
