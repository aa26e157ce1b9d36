import { useQuery } from '@tanstack/react-query'
import type { CaseView, ClockView } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { calendarQuery, profileQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import { Countdown } from '../../shared/ui/countdown.tsx'
import './clock-band.css'
import { bendWords, clockColour, clockName, lengthWords, nearestClock, ruleWords } from './clock-words.ts'
import { DayRuler } from './day-ruler.tsx'
import { dayRulerCells, type DayCell } from './day-ruler-cells.ts'
import { HourRuler } from './hour-ruler.tsx'

/** The clock that falls due next: how long, why that long, by which rule, and the days it is made of. */
export function ClockBand({ view, stale }: { view: CaseView; stale: boolean }) {
  const clock = nearestClock(view.clocks)
  return clock === undefined ? <NoClock view={view} /> : <RunningClock clock={clock} stale={stale} />
}

function RunningClock({ clock, stale }: { clock: ClockView; stale: boolean }) {
  const { t } = useText()
  const now = useHubNow()
  const { data: profile } = useQuery(profileQuery())
  const { data: calendar } = useQuery(calendarQuery())
  const cells = calendar === undefined ? null : dayRulerCells(clock, calendar, now)
  const colour = clockColour(clock, now, profile)
  const source = t('caseFile.clock.source', {
    what: ruleWords(clock, t),
    profile: clock.profileVersion,
    calendar: clock.calendarVersion,
  })
  const note = stale
    ? t('caseFile.clock.offTheHub')
    : clock.kind === 'total'
      ? `${source} · ${t('caseFile.clock.neverReset')}`
      : source
  return (
    <section className="clock-band" aria-label={t('caseFile.clock.nearest')}>
      <div>
        <p className="clock-band-big">
          {colour !== null && <AlertShape colour={colour} size={18} stale={stale} />}
          <Countdown dueAt={msOf(clock.dueAt)} colour={colour} size={28} stale={stale} />
          <span>{t(`labels.clock.${clockName(clock)}`)}</span>
        </p>
        <ProofLine clock={clock} cells={cells} now={now} />
        <p className="clock-band-line" title={clock.source}>
          {note}
        </p>
      </div>
      {cells === null ? <HourRuler clock={clock} /> : <DayRuler cells={cells} />}
    </section>
  )
}

/** Length, what bent the calendar, the moment: `5个工作日 · 国庆节调休 · 10月13日 18:00`. */
function ProofLine({ clock, cells, now }: { clock: ClockView; cells: readonly DayCell[] | null; now: number }) {
  const { t, moment } = useText()
  const due = moment.short(msOf(clock.dueAt), now)
  return (
    <p className="clock-band-line is-proof">
      {[lengthWords(clock.length, t), ...bendWords(cells, t)].join(' · ')}
      {' · '}
      {clock.provisional ? (
        <span className="clock-provisional" title={t('caseFile.clock.provisionalWhy')}>
          {due} {t('caseFile.clock.provisional')} · {t('caseFile.clock.provisionalWhy')}
        </span>
      ) : (
        due
      )}
    </p>
  )
}

function NoClock({ view }: { view: CaseView }) {
  const { t } = useText()
  const ended = view.historic || ['closed', 'declined', 'archived', 'terminated', 'merged'].includes(view.state)
  return (
    <section className="clock-band is-calm" aria-label={t('caseFile.clock.nearest')}>
      <div>
        <p>
          <b>{t('caseFile.clock.noClock')}</b>
        </p>
        <p className="clock-band-line">{t(`caseFile.clock.noClockWhy.${ended ? 'closed' : 'other'}`)}</p>
      </div>
    </section>
  )
}
