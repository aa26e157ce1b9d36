import { useMemo } from 'react'
import { useBoard, useCommands, useLinkState } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { AlertEntryBox } from './alert-entry-box.tsx'
import { stripAlerts } from './alert-entries.ts'
import './alert-strip.css'
import { LostStrip } from './lost-strip.tsx'
import { useAcknowledgeAlert } from './use-acknowledge-alert.ts'
import { mostEntries, useAlertKeys } from './use-alert-keys.ts'

export interface AlertStripProps {
  readonly openId: string | null
  readonly onOpen: (caseId: string) => void
}

/** Alerts nobody has acknowledged, in a strip that is always there, never takes the focus and covers nothing. */
export function AlertStrip({ openId, onOpen }: AlertStripProps) {
  const { t } = useText()
  const rows = useBoard('cases')
  const { entries, count } = useMemo(() => stripAlerts(rows), [rows])
  const known = useBoard('numbers').size > 0
  const { queued } = useCommands()
  const { phase } = useLinkState()
  const { acknowledge, refusal } = useAcknowledgeAlert()
  const shown = entries.slice(0, mostEntries)
  const open = openId === null ? undefined : rows.get(openId)
  const openAlert = open?.alert?.state === 'unacknowledged' ? open : undefined
  const pending = new Set(queued.filter(({ type }) => type === 'acknowledgeAlert').map(({ caseId }) => caseId))

  useAlertKeys(shown, openAlert, onOpen, acknowledge)
  const boxes = shown.map((entry, index) => (
    <AlertEntryBox
      key={entry.row.id}
      entry={entry}
      number={index + 1}
      open={entry.row.id === openId}
      pending={pending.has(entry.row.id)}
      stale={phase === 'lost'}
      onOpen={onOpen}
      onAcknowledge={acknowledge}
    />
  ))
  if (phase === 'lost') return <LostStrip>{boxes.slice(0, 1)}</LostStrip>
  return (
    <section className="alert-strip" aria-label={t('desk.strip.label')}>
      <div className="alert-strip-lead" title={t('desk.strip.unacknowledgedHint')} role="status">
        {count > 0 && <b>{t('desk.strip.unacknowledged', { count })}</b>}
        {count === 0 && <span className="note">{known ? t('desk.strip.none') : t('common.none')}</span>}
      </div>
      {boxes}
      {entries.length > shown.length && (
        <div className="alert-strip-more note">{t('desk.strip.more', { count: entries.length - shown.length })}</div>
      )}
      {refusal !== null && (
        <div className="alert-strip-refusal note" role="alert">
          {refusal}
        </div>
      )}
    </section>
  )
}
