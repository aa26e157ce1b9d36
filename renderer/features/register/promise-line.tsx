import { lengthParts, type Length } from '../../../hub-server/contract/clock.ts'
import { dayNumberAt } from '../../../hub-server/contract/instant.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import './promise-line.css'
import type { PromiseKind, Promised } from './use-promises.ts'

/** The coming clocks as marks on a line, in the order in which they fall due. The last span is not to scale and says so by a break. */
export function PromiseLine({
  promises,
  now,
  reachable,
}: {
  promises: Readonly<Record<PromiseKind, Promised>>
  now: number
  /** There is a phone: somebody can be contacted. */
  reachable: boolean
}) {
  const { t, moment } = useText()
  const kinds = reachable ? (['acknowledge', 'contact', 'total'] as const) : (['acknowledge', 'total'] as const)
  const marks = kinds.flatMap((kind) => {
    const { length, at } = promises[kind]
    return at === undefined ? [] : [{ kind, at, words: t(`register.line.${kind}`, { length: lengthWords(length, t) }) }]
  })
  const ordered = [
    { kind: 'now' as const, at: now, words: t('register.line.now') },
    ...marks.sort((a, b) => a.at - b.at),
  ]
  return (
    <ol className="register-line" aria-label={t('register.line.label')}>
      {ordered.map(({ kind, at, words }, index) => (
        <li key={kind} className={placeOf(index, ordered.length)}>
          {words}
          {kind === 'total' && isDayAndNight(promises.total.length) && t('register.line.dayAndNight')}{' '}
          <b>{dayNumberAt(at) === dayNumberAt(now) ? moment.hourAndMinute(at) : moment.short(at, now)}</b>
        </li>
      ))}
    </ol>
  )
}

function placeOf(index: number, count: number): string {
  if (index === 0) return 'is-now'
  return index === count - 1 ? 'is-last' : ''
}

function isDayAndNight(length: Length): boolean {
  const { unit } = lengthParts(length)
  return unit === 'h' || unit === 'min'
}

function lengthWords(length: Length, t: Text['t']): string {
  const { count, unit } = lengthParts(length)
  return t(`register.line.length.${unit}`, { count })
}
