import { memo, useState } from 'react'
import type { CaseRow as Row } from '../../../hub-server/contract/board.ts'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import type { Density } from '../../shared/settings/settings.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { AlertWord } from '../../shared/ui/alert-word.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { Countdown } from '../../shared/ui/countdown.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { MaskedText } from '../../shared/ui/masked-text.tsx'
import { SignalBar } from '../../shared/ui/signal-bar.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import './case-row.css'

export interface CaseRowProps {
  readonly row: Row
  readonly elementId: string
  /** Among all lines of the grid, from 1. */
  readonly lineNumber: number
  /** From the top of the list, px. */
  readonly top: number
  readonly density: Density
  readonly focused: boolean
  readonly selected: boolean
  /** The hub is lost: colours give way to hatch. */
  readonly stale: boolean
  /** A command on its way to the hub. */
  readonly waiting: CommandType | null
  /** A moment of today, ms: due moments of today say so. */
  readonly today: number
  readonly onOpen: (id: string) => void
}

/** One case in a list. Drawn again only when its row or its standing in the list changed. */
export const CaseRow = memo(function CaseRow(props: CaseRowProps) {
  const { row, top, density, focused, selected, stale, onOpen } = props
  const { t } = useText()
  const [versionFirstDrawn] = useState(row.version)
  const colour = row.alert?.colour ?? null
  const classes = ['case-row', `is-${density}`, focused && 'is-focused', selected && 'is-selected', stale && 'is-stale']
  return (
    <div
      role="row"
      id={props.elementId}
      aria-rowindex={props.lineNumber}
      aria-selected={selected}
      className={classes.filter((name) => name !== false).join(' ')}
      style={{ transform: `translateY(${String(top)}px)` }}
      onClick={() => {
        onOpen(row.id)
      }}
    >
      {row.version !== versionFirstDrawn && <i key={row.version} className="case-row-changed" aria-hidden="true" />}
      <SignalBar colour={colour} stale={stale} />
      <span role="gridcell" className="case-row-alert">
        <AlertWord colour={colour} stale={stale} />
        {density === 'standard' && <small>{row.alert !== null && t(`labels.axis.${row.alert.axis}`)}</small>}
      </span>
      <Matter row={row} density={density} />
      <span role="gridcell" className="case-row-state">
        <span className="cut">{t(`labels.state.${row.state}`)}</span>
        {density === 'standard' && <small className="cut">{t(`labels.kind.${row.kind}`)}</small>}
      </span>
      <Unit {...props} />
      <Time {...props} />
    </div>
  )
})

function Matter({ row, density }: Pick<CaseRowProps, 'row' | 'density'>) {
  const { t } = useText()
  const urgency = row.urgency === 'critical' || row.urgency === 'urgent' ? row.urgency : null
  return (
    <span role="gridcell" className="case-row-matter">
      <span className="cut" title={row.title}>
        {urgency !== null && <Tag look="urgent">{t(`labels.urgency.${urgency}`)}</Tag>}
        {density === 'compact' && <CodeText code={row.caseCode} />}
        <span className="case-row-title">
          <MaskedText text={row.title} />
        </span>
      </span>
      {density === 'standard' && (
        <small className="cut">
          <CodeText code={row.caseCode} />
          <span className="case-row-narrow"> · {t(`labels.state.${row.state}`)}</span> · {row.place}
        </small>
      )}
    </span>
  )
}

function Unit({ row, density, waiting }: CaseRowProps) {
  const { t } = useText()
  return (
    <span role="gridcell" className="case-row-unit">
      <span className="cut">
        {row.leadUnit?.name ?? <span className="case-row-quiet">{t('desk.list.unitOpen')}</span>}
      </span>
      {(density === 'standard' || waiting !== null) && (
        <small className="cut">
          {waiting === null ? (
            nowMatters(row, t)
          ) : (
            <span className="case-row-waiting">
              <Icon name="hourglass" size={14} />
              {t('desk.list.onItsWay', { command: t(`labels.command.${waiting}`) })}
            </span>
          )}
        </small>
      )}
    </span>
  )
}

/** What one has to know of the unit's side now. */
function nowMatters({ state, redoCount, returnCount, assistCount }: Row, t: Text['t']): string {
  if (state === 'returnRequested') return t('desk.list.returnAsked')
  if (redoCount > 0) return t('desk.list.redo', { count: redoCount })
  if (returnCount > 0) return t('desk.list.returned', { count: returnCount })
  return assistCount > 0 ? t('desk.list.assist', { count: assistCount }) : ''
}

function Time({ row, density, stale, today }: CaseRowProps) {
  const { t, moment } = useText()
  const clock = row.clocks[0]
  if (clock === undefined)
    return (
      <span role="gridcell" className="case-row-time">
        <span className="case-row-quiet">{t('desk.list.noClock')}</span>
      </span>
    )
  const dueAt = msOf(clock.dueAt)
  const due = t('desk.list.due', { clock: t(`labels.clock.${clock.kind}`), moment: moment.short(dueAt, today) })
  return (
    <span role="gridcell" className="case-row-time" title={due}>
      <Countdown dueAt={dueAt} colour={row.alert?.colour ?? null} stale={stale} />
      {density === 'standard' && (
        <small className="cut">
          {clock.provisional && <span className="case-row-provisional">{t('common.provisional')}</span>}
          {due}
        </small>
      )}
    </span>
  )
}
