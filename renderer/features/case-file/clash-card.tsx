import { useQuery } from '@tanstack/react-query'
import type { CaseView, TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { timelineQuery } from '../../hub/case-queries.ts'
import { unitsQuery } from '../../hub/reference-queries.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import './clash-card.css'
import { courseWords } from './course-words.ts'
import type { Order } from './orders.ts'

/** Somebody changed the matter while one wrote: what happened, both sides, and the question again. Nothing is ever written over. */
export function ClashCard({
  view,
  order,
  onAgain,
  onLook,
}: {
  view: CaseView
  order: Order
  onAgain: () => void
  onLook: () => void
}) {
  const { t } = useText()
  const { data: items } = useQuery(timelineQuery(view.id))
  // Until the latest is here, nothing may be sent against it.
  const fresh = view.version > order.expectedVersion && items !== undefined && items.length >= view.version
  const meanwhile = fresh ? items.slice(order.expectedVersion) : []
  const stillAllowed = view.allowedCommands.includes(order.command)
  const reason = view.refusedCommands.find(({ type }) => type === order.command)?.reason
  return (
    <section className="clash-card" role="alertdialog" aria-label={t('caseFile.clash.title')}>
      <h2>
        <Icon name="clash" />
        {t('caseFile.clash.title')}
        <span className="note">
          {t('caseFile.clash.versions', { mine: order.expectedVersion, theirs: view.version })}
        </span>
      </h2>
      <BothSides view={view} order={order} meanwhile={meanwhile} />
      {!fresh && <p className="note">{t('caseFile.clash.reading')}</p>}
      {fresh && !stillAllowed && (
        <RefusedNotice
          reason={t('caseFile.clash.notAny', { reason: reason ?? t('labels.refusal.transition.notNow') })}
        />
      )}
      <p className="is-acts">
        {fresh && stillAllowed && (
          <Button look="primary" onClick={onAgain} ref={focusWhenFree}>
            {t('caseFile.clash.again')}
          </Button>
        )}
        <Button onClick={onLook}>{t('caseFile.clash.look')}</Button>
      </p>
    </section>
  )
}

/** What happened on the hub, beside what one was about to do. */
function BothSides({ view, order, meanwhile }: { view: CaseView; order: Order; meanwhile: readonly TimelineItem[] }) {
  const { t } = useText()
  const { data: units } = useQuery(unitsQuery())
  const sign = view.state === order.seenState ? '=' : '≠'
  return (
    <table>
      <thead>
        <tr>
          <th>{t('caseFile.clash.onHub')}</th>
          <th>{t('caseFile.clash.mine')}</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <td>
            {sign} <b>{t(`labels.state.${view.state}`)}</b>
            {meanwhile.map((item) => {
              const words = courseWords(item, t, (code) => units?.get(code)?.shortName ?? code)
              return (
                <p key={item.seq}>
                  {[words.what, words.more, item.actor.label]
                    .filter((part) => part !== null && part !== '')
                    .join(' · ')}
                </p>
              )
            })}
          </td>
          <td>
            {sign} <b>{t(`labels.state.${order.seenState}`)}</b>
            <p>{t(`caseFile.act.${order.act}`)}</p>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The question comes by itself, so it takes the cursor only when it stands nowhere. */
function focusWhenFree(button: HTMLButtonElement | null) {
  if (document.activeElement === document.body) button?.focus()
}
