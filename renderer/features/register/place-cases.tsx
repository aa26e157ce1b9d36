import { msOf } from '../../../hub-server/contract/instant.ts'
import { useBoard } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { useDraft } from './draft.ts'
import { PastCase } from './past-case.tsx'

const mostShown = 3

/** Open matters of the very place, the newest first: out of what this window follows, so at once. */
export function PlaceCases() {
  const { t } = useText()
  const now = useHubNow(60_000)
  const { place } = useDraft()
  const rows = [...useBoard('cases').values()]
    .filter((row) => row.divisionCode === place)
    .sort((a, b) => msOf(b.registeredAt) - msOf(a.registeredAt))
  return (
    <section className="register-section" aria-label={t('register.here.title')}>
      <div className="register-section-head">
        <h2>{t('register.here.title')}</h2>
        {place !== null && <span className="note">{t('common.count', { count: rows.length })}</span>}
      </div>
      {place === null && <p className="note">{t('register.here.noPlace')}</p>}
      {place !== null && rows.length === 0 && <p className="note">{t('register.here.none')}</p>}
      <ul className="register-past">
        {rows.slice(0, mostShown).map((row) => (
          <PastCase key={row.id} row={row} now={now} />
        ))}
      </ul>
    </section>
  )
}
