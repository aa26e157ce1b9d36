import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CaseView, ClockView } from '../../../hub-server/contract/case-view.ts'
import type { ClockKind } from '../../../hub-server/contract/clock.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { profileQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { formatRemaining } from '../../shared/time/format-remaining.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Icon, type IconName } from '../../shared/ui/icon.tsx'
import './clock-list.css'
import { clockColour, clockLines, clockName, lengthWords } from './clock-words.ts'

const expected = ['acknowledge', 'contact', 'handle', 'review', 'followUp'] as const

/** Every clock of the matter: done, running, not begun; each opens to the count in full. */
export function ClockList({ view }: { view: CaseView }) {
  const [open, setOpen] = useState<string | null>(null)
  const lines = clockLines(view.clocks)
  const known = new Set<ClockKind>(lines.map(({ kind }) => kind))
  const ended = lines.every(({ outcome }) => outcome !== 'running')
  const total = lines.filter(({ kind }) => kind === 'total')
  return (
    <ul className="clock-list">
      {lines.filter(({ kind }) => kind !== 'total').map((clock) => row(clock))}
      {!ended && expected.filter((kind) => !known.has(kind)).map((kind) => <NotBegun key={kind} kind={kind} />)}
      {total.map((clock) => row(clock))}
    </ul>
  )

  function row(clock: ClockView) {
    const key = `${clock.kind} ${clock.startedAt} ${clock.dueAt} ${String(clock.assignment)}`
    return <ClockRow key={key} clock={clock} open={open === key} onToggle={() => setOpen(open === key ? null : key)} />
  }
}

const icons: Record<ClockView['outcome'], IconName> = {
  running: 'clock',
  met: 'check',
  missed: 'flag',
  dropped: 'cross',
}

function ClockRow({ clock, open, onToggle }: { clock: ClockView; open: boolean; onToggle: () => void }) {
  const { t, moment, remaining } = useText()
  const now = useHubNow()
  const { data: profile } = useQuery(profileQuery())
  const running = clock.outcome === 'running'
  const colour = running ? clockColour(clock, now, profile) : null
  const look = running ? `is-running is-${colour ?? 'calm'}` : clock.outcome === 'dropped' ? 'is-quiet' : ''
  const due = msOf(clock.dueAt)
  return (
    <li>
      <button type="button" className="clock-row" aria-expanded={open} onClick={onToggle}>
        <span className={running ? look : 'is-quiet'}>
          <Icon name={icons[clock.outcome]} />
        </span>
        <span className={running ? 'is-running' : look}>{t(`labels.clock.${clockName(clock)}`)}</span>
        <span className={look}>{span()}</span>
        <span>
          {lengthWords(clock.length, t)} · {end()}
        </span>
      </button>
      {open && <Proof clock={clock} />}
    </li>
  )

  function span(): string {
    if (!running) {
      const used = formatRemaining(msOf(clock.stoppedAt ?? clock.dueAt) - msOf(clock.startedAt), remaining)
      return t('caseFile.clock.usedFor', { span: used })
    }
    const left = due - now
    if (left >= 0) return t('caseFile.clock.left', { span: formatRemaining(left, remaining) })
    return formatRemaining(left, remaining)
  }

  function end(): string {
    if (running) {
      return t(`caseFile.clock.${due < now ? 'wasDue' : 'due'}`, { moment: moment.short(due, now) })
    }
    const stopped = moment.short(msOf(clock.stoppedAt ?? clock.dueAt), now)
    return t(`caseFile.clock.ended.${clock.outcome === 'running' ? 'met' : clock.outcome}`, { moment: stopped })
  }
}

/** The count line by line, as the hub wrote it down when the clock started. In Chinese: it quotes Chinese law. */
function Proof({ clock }: { clock: ClockView }) {
  const { t } = useText()
  return (
    <div className="clock-proof">
      <ol lang="zh-CN" aria-label={t('caseFile.clock.proof')}>
        {clock.proof.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        {t('caseFile.clock.basis', { source: clock.source })} · {clock.ruleId} · {clock.profileVersion}
      </p>
    </div>
  )
}

function NotBegun({ kind }: { kind: (typeof expected)[number] }) {
  const { t } = useText()
  return (
    <li className="is-quiet">
      <span className="clock-row">
        <span>
          <Icon name="waiting" />
        </span>
        <span>{t(`labels.clock.${kind}`)}</span>
        <span>{t('caseFile.clock.notBegun')}</span>
        <span>{t(`caseFile.clock.next.${kind}`)}</span>
      </span>
    </li>
  )
}
