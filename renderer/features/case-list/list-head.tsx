import { dataTime, type LinkState } from '../../hub/link-state.ts'
import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { DataAge } from '../../shared/ui/data-age.tsx'

export interface ListHeadProps {
  readonly title: string
  readonly count: string
  readonly link: LinkState
  readonly arrived: number
  readonly moved: number
  readonly onInsert: () => void
}

/** What is being read, how much of it, in which order, how old, and what waits outside. */
export function ListHead({ title, count, link, arrived, moved, onInsert }: ListHeadProps) {
  const { t } = useText()
  const lost = link.phase === 'lost'
  const heard = dataTime(link)
  return (
    <header className="case-list-head">
      <h2>{title}</h2>
      <span>{count}</span>
      {lost && heard !== null ? (
        <DataAge stale at={heard + (hubClock.offset() ?? 0)} />
      ) : (
        <span className="note cut">{t('desk.list.order')}</span>
      )}
      <span className="case-list-head-space" />
      {lost && <span className="note cut">{t('desk.list.byMachine')}</span>}
      <span className="note case-list-head-new" role="status">
        {(arrived > 0 || moved > 0) && (
          <button type="button" onClick={onInsert}>
            {arrived > 0 && t('desk.list.arrived', { count: arrived })}
            {arrived > 0 && moved > 0 && ' · '}
            {moved > 0 && t('desk.list.moved', { count: moved })}
            <KeyChord chord="." />
          </button>
        )}
      </span>
    </header>
  )
}
