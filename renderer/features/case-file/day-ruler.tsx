import { useId } from 'react'
import { startOfDayMs } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { dayOfMonth, type DayCell } from './day-ruler-cells.ts'

/** Room beside the countdown, px. */
const widest = 424
const widestCell = 30
const top = 17
const height = 24

interface Placed {
  readonly cell: DayCell
  /** Middle and width, px. */
  readonly x: number
  readonly width: number
}

/** The days of a clock as boxes: start with a dot, rest days hatched, counted days numbered and filled as they pass, the due day with a bar. */
export function DayRuler({ cells }: { cells: readonly DayCell[] }) {
  const { t, moment } = useText()
  const hatch = useId()
  const width = Math.min(widestCell, Math.max(16, Math.floor(widest / cells.length)))
  const placed = cells.map((cell, index) => ({ cell, x: index * width + width / 2, width }))
  const first = cells[0]
  const last = cells.at(-1)
  if (first === undefined || last === undefined) return null
  const label = t('caseFile.ruler.days', {
    start: dateOf(first.day),
    count: cells.filter((cell) => cell.number !== null).length,
    due: dateOf(last.day),
  })

  function dateOf(day: number): string {
    return moment.dayAndWeekday(startOfDayMs(day))
  }

  return (
    <svg className="day-ruler" width={cells.length * width + 4} height="60" role="img" aria-label={label}>
      <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <path className="is-hatch-line" d="M0 0v6" />
      </pattern>
      {placed.map((place) => (
        <Cell key={place.cell.day} {...place} hatch={hatch} />
      ))}
      <Captions placed={placed} />
    </svg>
  )
}

function Cell({ cell, x, width, hatch }: Placed & { hatch: string }) {
  const left = x - width / 2
  const box = { x: left + 1.5, y: top + 0.5, width: width - 3, height: height - 1 }
  const number = width >= 18 ? cell.number : null
  return (
    <>
      {cell.kind === 'start' && (
        <>
          <rect className="is-start" {...box} />
          <circle cx={x} cy={top + height / 2} r="2.5" fill="var(--text-2)" />
        </>
      )}
      {cell.kind === 'rest' && (
        <rect x={left + 0.5} y={top} width={width - 1} height={height} fill={`url(#${hatch})`} />
      )}
      {cell.kind === 'counted' && (
        <>
          <rect className={classes('is-open', cell.today && 'is-now', cell.uncovered && 'is-uncovered')} {...box} />
          <rect className="is-used" x={box.x} y={box.y} width={box.width * cell.used} height={box.height} />
          {cell.today && <rect {...box} fill="none" className="is-now" />}
        </>
      )}
      {cell.due && <rect className="is-due" x={left + width - 3} y={top - 2} width="4" height={height + 4} />}
      {number !== null && (
        <text className="is-bold" x={cell.due ? x - 1 : x} y={top + 16.5}>
          {number}
        </text>
      )}
      {cell.days > 1 && width >= 18 && (
        <text className="is-day" x={x} y={top + 16.5}>
          {cell.days}
        </text>
      )}
      {cell.days === 1 && (
        <text className={cell.today || cell.due ? 'is-bold' : 'is-day'} x={x} y="57">
          {dayOfMonth(cell.day)}
        </text>
      )}
    </>
  )
}

interface Caption {
  readonly text: string
  readonly x: number
  readonly bold: boolean
  /** What gives way when two would overlap: the higher stays. */
  readonly weight: number
}

function Captions({ placed }: { placed: readonly Placed[] }) {
  const { t } = useText()
  const captions: Caption[] = []
  for (let index = 0; index < placed.length; index += 1) {
    const place = placed[index]
    if (place === undefined) continue
    const { cell, x } = place
    const add = (text: string, weight: number, bold = false, at = x) => captions.push({ text, x: at, bold, weight })
    if (cell.kind === 'start') add(t('caseFile.ruler.start'), 3)
    else if (cell.due) add(t('caseFile.ruler.due'), 5, true)
    else if (cell.today) add(t('caseFile.ruler.today'), 4, true)
    else if (cell.makeUp) add(t('caseFile.ruler.makeUp'), 2, true)
    else if (cell.kind === 'rest') {
      const block = blockFrom(placed, index)
      const middle = (x + (block.at(-1)?.x ?? x)) / 2
      const name = block.find((each) => each.cell.name !== null)?.cell.name
      if (name !== undefined && name !== null) add(t('caseFile.ruler.holiday', { name }), 1, false, middle)
      else if (block.length === 1) add(t('caseFile.ruler.rest'), 0)
      index += block.length - 1
    }
  }
  return fitting(captions).map(({ text, x, bold }) => (
    <text key={`${text}${x}`} className={bold ? 'is-bold' : undefined} x={Math.max(x, widthOf(text) / 2)} y="11">
      {text}
    </text>
  ))
}

/** Rest days in a row with one name. */
function blockFrom(placed: readonly Placed[], from: number): readonly Placed[] {
  const named = placed[from]?.cell.name
  let end = from
  while (placed[end + 1]?.cell.kind === 'rest' && placed[end + 1]?.cell.name === named && !placed[end + 1]?.cell.today)
    end += 1
  return placed.slice(from, end + 1)
}

function fitting(captions: readonly Caption[]): readonly Caption[] {
  const kept: Caption[] = []
  for (const caption of [...captions].sort((a, b) => b.weight - a.weight)) {
    const clear = kept.every(
      (other) => Math.abs(other.x - caption.x) >= (widthOf(other.text) + widthOf(caption.text)) / 2 + 2,
    )
    if (clear) kept.push(caption)
  }
  return kept
}

/** About the width of 12-px words: Chinese is square, Latin half as wide. */
function widthOf(text: string): number {
  return [...text].reduce((sum, sign) => sum + (sign > '⺀' ? 12 : 6.4), 0)
}

function classes(...names: (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ')
}
