import type { NumbersRow } from '../../../hub-server/contract/board.ts'
import { useText } from '../../shared/text/use-text.ts'

const flows = ['dispatched', 'acknowledged', 'concluded', 'closed', 'expired'] as const

/** What came in and went out since midnight, always in sight at the foot of the rail. */
export function TodayFlow({ numbers }: { numbers: ReadonlyMap<string, NumbersRow> }) {
  const { t } = useText()
  const today = numbers.get('today')
  if (today?.id !== 'today') return null
  return (
    <section className="today-flow" aria-label={t('desk.rail.today')}>
      <h2>
        {t('desk.rail.today')}
        <span>{t('desk.rail.todaySince')}</span>
      </h2>
      <p className="today-flow-first">
        <b>{today.registered}</b>
        {t('desk.rail.registered')}
      </p>
      <dl>
        {today.registeredYesterday !== null && (
          <div>
            <dt>{t('desk.rail.yesterday')}</dt>
            <dd>{today.registeredYesterday}</dd>
          </div>
        )}
        {flows.map((flow) => (
          <div key={flow}>
            <dt>{t(`desk.rail.${flow}`)}</dt>
            <dd>{today[flow]}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
