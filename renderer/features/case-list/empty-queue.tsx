import { queueKey, standsIn, type DeskQueue } from '../../hub/desk-queue.ts'
import { useBoard } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { EmptyNotice } from '../../shared/ui/state-notice.tsx'

/** Nothing in a queue: one sentence, and the next thing worth doing with its key. */
export function EmptyQueue({
  queue,
  onQueue,
  onRegister,
}: {
  queue: DeskQueue
  onQueue: (queue: DeskQueue) => void
  onRegister: () => void
}) {
  const { t } = useText()
  const rows = useBoard('cases')
  const open = [...rows.values()].filter((row) => standsIn(row, 'open')).length
  return (
    <EmptyNotice
      action={
        queue !== 'open' && open > 0 ? (
          <Button
            keyCap={queueKey('open')}
            onClick={() => {
              onQueue('open')
            }}
          >
            {t('desk.empty.seeOpen', { count: open })}
          </Button>
        ) : (
          <Button keyCap="N" onClick={onRegister}>
            {t('desk.empty.register')}
          </Button>
        )
      }
    >
      {t(`desk.empty.${queue}`)}
    </EmptyNotice>
  )
}
