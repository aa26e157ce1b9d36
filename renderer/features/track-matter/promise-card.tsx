import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { groupedCode } from './tracking-code.ts'

/** The promise first: what it is about, who is at it, and by when one hears. */
export function PromiseCard({ code, view }: { code: string; view: TrackView }) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const { headline, below } = promiseText(view, now, { t, moment })
  return (
    <section className="track-card">
      <h1>{view.title}</h1>
      <p className="track-meta">
        <span>{t('resident.codeIs', { code: groupedCode(code) })}</span>
        <span>{t('resident.registered', { moment: moment.short(msOf(view.registeredAt), now) })}</span>
      </p>
      <div className="track-promise">
        <p className="track-meta">{standingText(view, t)}</p>
        <p className="track-headline">{headline}</p>
        {below !== null && <p className="track-meta">{below}</p>}
      </div>
    </section>
  )
}

function promiseText(view: TrackView, now: number, { t, moment }: Pick<Text, 't' | 'moment'>) {
  const replied = view.steps.find(({ step, done }) => step === 'replied' && done)?.at ?? null
  const declined = view.steps.find(({ step }) => step === 'declined')?.at ?? null
  if (declined !== null)
    return { headline: t('resident.promise.declined', { moment: moment.short(msOf(declined), now) }), below: null }
  if (replied !== null)
    return {
      headline: t('resident.promise.kept', { moment: moment.short(msOf(replied), now) }),
      below: view.mayRate ? t('resident.promise.rate') : null,
    }
  if (view.promisedAt === null) return { headline: t('resident.promise.none'), below: null }
  const due = msOf(view.promisedAt)
  const span = lengthText(Math.abs(due - now), t)
  return due > now
    ? {
        headline: t('resident.promise.by', { moment: moment.short(due, now) }),
        below: t('resident.promise.left', { span }),
      }
    : {
        headline: t('resident.promise.was', { moment: moment.short(due, now) }),
        below: t('resident.promise.over', { span }),
      }
}

type Standing = 'toDispatch' | 'atWork' | 'again' | 'inReview'

const standings: Partial<Record<TrackView['state'], Standing>> = {
  registered: 'toDispatch',
  pendingDispatch: 'toDispatch',
  pendingAck: 'atWork',
  handling: 'atWork',
  returnRequested: 'atWork',
  redo: 'again',
  pendingReview: 'inReview',
}

/** Who is at it, in the resident's words; a state without such words goes by its office word. */
function standingText({ state, unit }: TrackView, t: Text['t']): string {
  const standing = standings[state]
  if (standing === undefined) return [t(`labels.state.${state}`), unit].filter((part) => part !== null).join(' · ')
  if (unit !== null && standing === 'atWork') return t('resident.standing.atWorkBy', { unit })
  if (unit !== null && standing === 'again') return t('resident.standing.againBy', { unit })
  return t(`resident.standing.${standing}`)
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

function lengthText(ms: number, t: Text['t']): string {
  const days = Math.floor(ms / day)
  const hours = Math.floor((ms % day) / hour)
  if (days > 0) return t('resident.span.days', { days, hours })
  return t('resident.span.hours', { hours, minutes: Math.floor((ms % hour) / minute) })
}
