import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import { ActForm } from './act-form.tsx'
import './action-bar.css'
import { allowedActs, expectedAct, type Act, type ActId } from './acts.ts'
import { ClashCard } from './clash-card.tsx'
import { useDraft, useDraftedActs } from './drafts.ts'
import type { Order } from './orders.ts'
import { PendingOrder } from './pending-order.tsx'
import { ReadBackLine } from './read-back-line.tsx'
import { RefusedLine } from './refused-line.tsx'
import { useActing, type Acting } from './use-acting.ts'
import { useLongerThan } from './use-longer-than.ts'

/** The foot of the panel: what will happen, what may be done, what not and why. Forms open above it. `held`: another case is coming, no key acts. */
export function ActionBar({ view, held = false }: { view: CaseView; held?: boolean }) {
  const acting = useActing(view)
  const bar = useRef<HTMLElement>(null)
  const { open, order } = acting
  const clash = order !== null && isStale(order) ? order : null
  const before = useRef<ActId | null>(null)

  // The form gives the focus back to the button it came from.
  useEffect(() => {
    const closed = open === null ? before.current : null
    before.current = open
    if (closed !== null && document.activeElement === document.body)
      bar.current?.querySelector<HTMLElement>(`[data-act="${closed}"]`)?.focus()
  }, [open])

  if (clash !== null) {
    return (
      <footer className="action-bar" ref={bar}>
        <ClashCard view={view} order={clash} onAgain={acting.again} onLook={acting.putAway} />
        <ReadBackOf act={clash.act} view={view} />
      </footer>
    )
  }
  if (open !== null) {
    return (
      <ActForm
        key={open}
        act={open}
        view={view}
        refused={order?.outcome.kind === 'refused' && order.act === open ? order : null}
        onComplete={(payload) => acting.complete(open, payload)}
        onBack={acting.back}
      />
    )
  }
  return (
    <footer className="action-bar" ref={bar}>
      <Choices view={view} acting={acting} held={held} />
    </footer>
  )
}

function isStale({ outcome }: Order): boolean {
  return outcome.kind === 'refused' && outcome.problem.code === 'case.staleVersion'
}

function ReadBackOf({ act, view }: { act: ActId; view: CaseView }) {
  return <ReadBackLine act={act} view={view} draft={useDraft(view.id, act)} />
}

/** More do not stand in one line. */
const mostButtons = 6

function Choices({ view, acting, held }: { view: CaseView; acting: Acting; held: boolean }) {
  const { t } = useText()
  const [pointed, setPointed] = useState<ActId | null>(null)
  const [all, setAll] = useState(false)
  const acts = allowedActs(view)
  const drafted = useDraftedActs(view.id)
  const { order, pending, start } = acting
  const slow = useLongerThan(pending, quietMs)
  const first = acts[0]
  const shown = acts.find(({ id }) => id === pointed) ?? first
  const more = acts.length - mostButtons
  useKeys(
    'case',
    [
      ...acts.map(({ id, key }) => ({
        id: `case.${id}`,
        keys: [key] as const,
        label: t(`caseFile.act.${id}`),
        refusal: pending ? t('caseFile.bar.oneAtATime') : null,
        run: () => start(id),
      })),
      {
        id: 'case.more',
        keys: ['M'],
        label: t('caseFile.bar.more', { count: Math.max(more, 0) }),
        run: () => setAll(!all),
      },
    ],
    acts.length > 0 && !held,
  )
  if (slow && order !== null) return <PendingOrder view={view} order={order} />
  if (first === undefined || shown === undefined) return <NothingToDo view={view} />
  return (
    <>
      <ReadBackLineFor act={shown} view={view} order={order} />
      {order?.outcome.kind === 'refused' && (
        <RefusedNotice what={`${t(`caseFile.act.${order.act}`)}：`} reason={order.outcome.problem.detail} />
      )}
      <div className="action-bar-allowed">
        {(all ? acts : acts.slice(0, mostButtons)).map((act) => (
          <ActButton
            key={act.id}
            act={act}
            primary={act.id === expectedAct(view)}
            drafted={drafted.has(act.id)}
            onPoint={setPointed}
            onStart={start}
          />
        ))}
        {more > 0 && (
          <Button keyCap="M" onClick={() => setAll(!all)}>
            {all ? t('caseFile.bar.less') : t('caseFile.bar.more', { count: more })}
          </Button>
        )}
      </div>
      <RefusedLine view={view} />
    </>
  )
}

function NothingToDo({ view }: { view: CaseView }) {
  const { t } = useText()
  return (
    <>
      <p className="read-back">{t(view.historic ? 'caseFile.bar.nothingHistoric' : 'caseFile.bar.nothing')}</p>
      {!view.historic && <RefusedLine view={view} />}
    </>
  )
}

/** An answer within this is not announced: the bar would only flicker, ms. */
const quietMs = 300

interface ActButtonProps {
  act: Act
  primary: boolean
  drafted: boolean
  onPoint: (act: ActId | null) => void
  onStart: (act: ActId) => void
}

function ActButton({ act, primary, drafted, onPoint, onStart }: ActButtonProps) {
  const { t } = useText()
  return (
    <Button
      look={primary ? 'primary' : 'outlined'}
      keyCap={act.key}
      data-act={act.id}
      className={drafted ? 'has-draft' : ''}
      onClick={() => onStart(act.id)}
      onFocus={() => onPoint(act.id)}
      onBlur={() => onPoint(null)}
      onPointerEnter={() => onPoint(act.id)}
      onPointerLeave={() => onPoint(null)}
    >
      {t(`caseFile.act.${act.id}`)}
    </Button>
  )
}

/** How long "done" stands beside the next read-back, ms. */
const doneForMs = 8000

function ReadBackLineFor({ act, view, order }: { act: Act; view: CaseView; order: Order | null }) {
  const { t } = useText()
  const now = useHubNow()
  const draft = useDraft(view.id, act.id)
  const done = order?.outcome.kind === 'done' && now - order.outcome.at < doneForMs ? order.outcome : null
  return (
    <ReadBackLine
      act={act.id}
      view={view}
      draft={draft}
      end={
        done !== null && order !== null ? (
          <span className="read-back-end" role="status">
            <Icon name="check" size={14} />
            {t('caseFile.bar.done')}{' '}
            {t('caseFile.bar.doneAs', { act: t(`caseFile.act.${order.act}`), version: done.version })}
          </span>
        ) : null
      }
    />
  )
}
