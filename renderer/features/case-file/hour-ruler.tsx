import type { ClockView } from '../../../hub-server/contract/case-view.ts'
import { dayNumberAt, msOf } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'

const width = 424
const edge = 48
const lineY = 29

/** A clock of hours or minutes as a line: what is used is filled, its marks are where it turns blue and yellow and where it is due. */
export function HourRuler({ clock }: { clock: ClockView }) {
  const { t, moment } = useText()
  const now = useHubNow()
  const start = msOf(clock.startedAt)
  const due = msOf(clock.dueAt)
  const span = Math.max(1, due - start)
  const x = (at: number) => edge + Math.min(1, Math.max(0, (at - start) / span)) * (width - 2 * edge)
  // Over midnight an hour alone would not say which day.
  const withDay = dayNumberAt(start) !== dayNumberAt(due)
  const words = (at: number) => (withDay ? moment.short(at, now) : moment.hourAndMinute(at))
  const room = withDay ? 92 : 68
  const marks = [
    { key: 'start', at: start, weight: 2 },
    { key: 'blue', at: msOf(clock.blueAt), weight: 0 },
    { key: 'yellow', at: msOf(clock.yellowAt), weight: 1 },
    { key: 'due', at: due, weight: 3 },
  ] as const
  const shown = marks.filter(
    ({ at, weight }) => !marks.some((other) => other.weight > weight && Math.abs(x(other.at) - x(at)) < room),
  )
  const label = t('caseFile.ruler.line', { start: moment.short(start, now), due: moment.short(due, now) })
  return (
    <svg className="day-ruler" width={width} height="60" role="img" aria-label={label}>
      <rect className="is-open" x={edge} y={lineY - 6} width={width - 2 * edge} height="12" />
      <rect className="is-used" x={edge} y={lineY - 5.5} width={x(now) - edge} height="11" />
      {now < due && <path className="is-now" d={`M${x(now)} ${lineY - 9}v18`} />}
      <rect className="is-due" x={width - edge - 1} y={lineY - 14} width="4" height="28" />
      {shown.map(({ key, at }) => (
        <g key={key}>
          {key !== 'due' && <path className="is-now" d={`M${x(at)} ${lineY - 6}v12`} />}
          <text className={key === 'due' ? 'is-bold' : undefined} x={x(at)} y="11">
            {t(`caseFile.ruler.${key}`)}
          </text>
          <text className={key === 'due' ? 'is-bold' : 'is-day'} x={x(at)} y="57">
            {words(at)}
          </text>
        </g>
      ))}
    </svg>
  )
}
