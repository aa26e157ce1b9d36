/** What the office says of a clock: how long, what bent the count, by which cell of the rules. */
import type { ClockView } from '../../../hub-server/contract/case-view.ts'
import { lengthParts, type ClockKind, type Length } from '../../../hub-server/contract/clock.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { RuleProfile } from '../../../hub-server/contract/profile.ts'
import { urgencies, type AlertColour } from '../../../hub-server/contract/vocabulary.ts'
import type { Text } from '../../shared/text/use-text.ts'
import { bendsOf, type DayCell } from './day-ruler-cells.ts'

/** `5个工作日`, `24小时`. */
export function lengthWords(length: Length, t: Text['t']): string {
  const { count, unit } = lengthParts(length)
  return t(`caseFile.clock.length.${unit}`, { count })
}

/** `国庆节假期`, `国庆节调休`; none when nothing but weekends lay between. */
export function bendWords(cells: readonly DayCell[] | null, t: Text['t']): readonly string[] {
  return bendsOf(cells ?? []).map(({ name, makeUp }) =>
    t(`caseFile.clock.bend.${makeUp ? 'makeUp' : 'rest'}`, { name }),
  )
}

/** `一般件办理` of the cell `handle.normal`. */
export function ruleWords({ kind, ruleId }: Pick<ClockView, 'kind' | 'ruleId'>, t: Text['t']): string {
  const [, urgency] = ruleId.split('.')
  const known = urgencies.find((each) => each === urgency)
  const clock = t(`labels.clock.${clockName({ kind, ruleId })}`)
  return known === undefined ? clock : t('caseFile.clock.ruleOf', { urgency: t(`labels.urgency.${known}`), clock })
}

/** A handle clock of a redo goes by that name. */
export function clockName({ kind, ruleId }: Pick<ClockView, 'kind' | 'ruleId'>): ClockKind | 'redo' {
  return ruleId.endsWith('.redo') ? 'redo' : kind
}

type Promised = Pick<ClockView, 'kind' | 'blueAt' | 'yellowAt' | 'dueAt'>

/** The colour a running clock has come to. Past due it is the profile's for its kind; red while the profile is not known. */
export function clockColour(clock: Promised, nowMs: number, profile: RuleProfile | undefined): AlertColour | null {
  if (nowMs > msOf(clock.dueAt)) return profile?.colours.pastDue.value[clock.kind] ?? 'red'
  if (nowMs >= msOf(clock.yellowAt)) return 'yellow'
  return nowMs >= msOf(clock.blueAt) ? 'blue' : null
}

/** The running clock that falls due first. */
export function nearestClock(clocks: readonly ClockView[]): ClockView | undefined {
  return clocks
    .filter((clock) => clock.outcome === 'running')
    .reduce<ClockView | undefined>((first, clock) => (first && first.dueAt <= clock.dueAt ? first : clock), undefined)
}

/** Clocks as the officer reads them: in order of their start, those that start together by the way the order goes; the total last. */
export function clockLines(clocks: readonly ClockView[]): readonly ClockView[] {
  return [...clocks].sort((a, b) => {
    if ((a.kind === 'total') !== (b.kind === 'total')) return a.kind === 'total' ? 1 : -1
    if (a.startedAt !== b.startedAt) return a.startedAt < b.startedAt ? -1 : 1
    return order.indexOf(a.kind) - order.indexOf(b.kind)
  })
}

const order: readonly ClockKind[] = ['triage', 'acknowledge', 'contact', 'handle', 'review', 'followUp', 'total']
