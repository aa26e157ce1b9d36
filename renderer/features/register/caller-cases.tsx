import { useQuery } from '@tanstack/react-query'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { DAY_MS, msOf } from '../../../hub-server/contract/instant.ts'
import { openStates } from '../../../hub-server/contract/vocabulary.ts'
import { failureText } from '../../hub/failure-text.ts'
import { callerCasesQuery } from '../../hub/register-requests.ts'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock, useHubNow } from '../../shared/time/hub-clock.ts'
import { FailedNotice, LoadingRows } from '../../shared/ui/state-notice.tsx'
import { PastCase } from './past-case.tsx'

const lookBackMs = 90 * DAY_MS
const mostShown = 5

/** The matters of this number in the last 90 days, open ones first. */
export function CallerCases({ phone }: { phone: string | null }) {
  const { t } = useText()
  const now = useHubNow(60_000)
  const { data, error, isFetching, refetch } = useQuery(callerCasesQuery(phone))
  const rows = data === undefined ? [] : recentFirstOpen(data, now)
  return (
    <section className="register-section" aria-label={t('register.past.title')}>
      <div className="register-section-head">
        <h2>{t('register.past.title')}</h2>
        {phone !== null && data !== undefined && (
          <span className="note">{t('common.count', { count: rows.length })}</span>
        )}
      </div>
      {phone === null && <p className="note">{t('register.past.noPhone')}</p>}
      {isFetching && <LoadingRows rows={2} />}
      {error !== null && !isFetching && (
        <FailedNotice
          what={t('register.past.failed')}
          reason={failureText(error.failure, t)}
          at={error.at + (hubClock.offset() ?? 0)}
          onRetry={() => void refetch()}
        />
      )}
      {phone !== null && data !== undefined && rows.length === 0 && <p className="note">{t('register.past.none')}</p>}
      <ul className="register-past">
        {rows.slice(0, mostShown).map((row) => (
          <PastCase key={row.id} row={row} now={now} />
        ))}
      </ul>
      {rows.length > mostShown && <p className="note">{t('register.past.more', { count: rows.length - mostShown })}</p>}
    </section>
  )
}

function recentFirstOpen(rows: readonly CaseRow[], now: number): readonly CaseRow[] {
  const recent = rows.filter(({ registeredAt }) => now - msOf(registeredAt) <= lookBackMs)
  return [...recent.filter(isOpen), ...recent.filter((row) => !isOpen(row))]
}

function isOpen({ state }: CaseRow): boolean {
  return openStates.has(state)
}
