import { msOf } from '../../../hub-server/contract/instant.ts'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { useText } from '../../shared/text/use-text.ts'
import { formatSpan } from '../../shared/time/format-remaining.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { AlertWord } from '../../shared/ui/alert-word.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import type { AlertEntry } from './alert-entries.ts'

export interface AlertEntryBoxProps {
  readonly entry: AlertEntry
  /** Its place, from 1: Alt and this digit open it. */
  readonly number: number
  /** Its case is the open one. */
  readonly open: boolean
  /** The acknowledgement is on its way. */
  readonly pending: boolean
  readonly stale: boolean
  readonly onOpen: (caseId: string) => void
  readonly onAcknowledge: (row: CaseRow) => void
}

/** One unacknowledged alert: what, since when, how many like it; opened by its key, acknowledged when it is the open case. */
export function AlertEntryBox({ entry, number, open, pending, stale, onOpen, onAcknowledge }: AlertEntryBoxProps) {
  const { t, moment, remaining } = useText()
  const now = useHubNow()
  const { row, count } = entry
  if (row.alert === null) return null
  const { colour } = row.alert
  const since = msOf(row.alert.since)
  const first = t('desk.strip.first', { time: moment.short(since, now) })
  return (
    <div className={`alert-entry is-${colour}${open ? ' is-open' : ''}${stale ? ' is-stale' : ''}`}>
      <button
        type="button"
        className="alert-entry-open"
        onClick={() => {
          onOpen(row.id)
        }}
      >
        <AlertWord colour={colour} stale={stale} />
        <span className="note alert-entry-first">{count > 1 ? t('desk.strip.alike', { count }) : first}</span>
        <span className="alert-entry-title cut">{row.title}</span>
        <span className="note alert-entry-since">
          {t('desk.strip.since', { span: formatSpan(now - since, remaining.day) })}
        </span>
        {!open && <KeyCap>{`Alt ${String(number)}`}</KeyCap>}
      </button>
      {pending && (
        <span className="alert-entry-pending note">
          <Icon name="hourglass" size={14} />
          {t('desk.strip.onItsWay')}
        </span>
      )}
      {open && !pending && row.allowed.includes('acknowledgeAlert') && (
        <button
          type="button"
          className="alert-entry-acknowledge"
          onClick={() => {
            onAcknowledge(row)
          }}
        >
          {t('desk.strip.acknowledge')}
          <KeyCap>Alt A</KeyCap>
        </button>
      )}
    </div>
  )
}
