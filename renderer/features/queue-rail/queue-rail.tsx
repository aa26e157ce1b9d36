import { useMemo } from 'react'
import { dataTime } from '../../hub/link-state.ts'
import { deskQueues, queueKey, type DeskQueue } from '../../hub/desk-queue.ts'
import { useBoard, useLinkState } from '../../hub/station.tsx'
import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import './queue-rail.css'
import { countMine, countOf, hotOf } from './rail-counts.ts'
import { TodayFlow } from './today-flow.tsx'

const groups = [
  { name: 'mine', queues: ['mine'] },
  { name: 'stage', queues: ['triage', 'acknowledge', 'handling', 'returns', 'review', 'followUp'] },
  { name: 'due', queues: ['nearDue', 'overdue'] },
  { name: 'all', queues: ['open'] },
] as const

/** The queues with their live counts, each by its digit, and today's flow at the foot. */
export function QueueRail({ queue, onQueue }: { queue: DeskQueue; onQueue: (queue: DeskQueue) => void }) {
  const { t, moment } = useText()
  const rows = useBoard('cases')
  const numbers = useBoard('numbers')
  const mine = useMemo(() => countMine(rows), [rows])
  const link = useLinkState()
  const lost = link.phase === 'lost'
  const heard = dataTime(link)
  useKeys(
    'station',
    deskQueues.map((each) => ({
      id: `queue.${each}`,
      keys: [queueKey(each)],
      label: t('desk.keys.queue', { queue: t(`desk.queue.${each}`) }),
      run: () => {
        onQueue(each)
      },
    })),
  )
  return (
    <nav className="queue-rail" aria-label={t('desk.rail.label')}>
      {groups.map(({ name, queues }) => (
        <section key={name} aria-label={t(`desk.rail.groups.${name}`)}>
          <h2>
            {name === 'mine' && lost && heard !== null ? (
              <span className="queue-rail-age">
                {t('common.asOf', { moment: moment.clock(heard + (hubClock.offset() ?? 0)) })}
              </span>
            ) : (
              t(`desk.rail.groups.${name}`)
            )}
          </h2>
          <ul>
            {queues.map((each) => (
              <QueueItem
                key={each}
                queue={each}
                count={countOf(each, numbers, mine)}
                on={each === queue}
                stale={lost}
                onQueue={onQueue}
              />
            ))}
          </ul>
        </section>
      ))}
      <TodayFlow numbers={numbers} />
    </nav>
  )
}

function QueueItem({
  queue,
  count,
  on,
  stale,
  onQueue,
}: {
  queue: DeskQueue
  count: ReturnType<typeof countOf>
  on: boolean
  stale: boolean
  onQueue: (queue: DeskQueue) => void
}) {
  const { t } = useText()
  const name = t(`desk.queue.${queue}`)
  const hot = count === null ? null : hotOf(count)
  return (
    <li>
      <button
        type="button"
        className={on ? 'queue-rail-item is-on' : 'queue-rail-item'}
        aria-current={on ? 'true' : undefined}
        title={name}
        onClick={() => {
          onQueue(queue)
        }}
      >
        <KeyChord chord={queueKey(queue)} bare />
        <span className="queue-rail-name cut">{name}</span>
        <span className="queue-rail-hot">
          {hot !== null && (
            <>
              <AlertShape colour={hot.colour} size={11} stale={stale} />
              <span aria-hidden="true">{hot.count}</span>
              <span className="visually-hidden">
                {t('desk.rail.hot', { colour: t(`labels.colour.${hot.colour}`), count: hot.count })}
              </span>
            </>
          )}
        </span>
        <span className="queue-rail-count">{count === null ? t('common.none') : count.total}</span>
      </button>
    </li>
  )
}
