import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { useCommands } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { useDraft } from './drafts.ts'
import type { Order } from './orders.ts'
import { ReadBackLine } from './read-back-line.tsx'

/** An order on its way. While the hub is away it waits here and settles later, whatever else is done meanwhile. */
export function PendingOrder({ view, order }: { view: CaseView; order: Order }) {
  const { t, moment } = useText()
  const now = useHubNow()
  const { queued } = useCommands()
  const draft = useDraft(view.id, order.act)
  const mine = queued.findLast(({ caseId }) => caseId === order.caseId)
  const waits = mine?.state === 'waiting'
  return (
    <>
      <ReadBackLine act={order.act} view={view} draft={draft} />
      <p className="action-bar-order" role="status">
        <Icon name="hourglass" />
        <b>{t(waits ? 'caseFile.bar.waiting' : 'caseFile.bar.sent')}</b>
        {t(`caseFile.act.${order.act}`)} · {moment.short(order.givenAt, now)}
        {mine !== undefined && ` · ${mine.id.slice(0, 8)}`}
      </p>
      {waits && <p className="note">{t('caseFile.bar.waitingFor')}</p>}
    </>
  )
}
