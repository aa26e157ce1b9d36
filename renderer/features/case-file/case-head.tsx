import { useQuery } from '@tanstack/react-query'
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { caseQuery } from '../../hub/case-queries.ts'
import { useBoard } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { AlertShape } from '../../shared/ui/alert-shape.tsx'
import '../../shared/ui/alert-word.css'
import { Button } from '../../shared/ui/button.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { DataAge } from '../../shared/ui/data-age.tsx'
import { MaskedText } from '../../shared/ui/masked-text.tsx'
import { Tag } from '../../shared/ui/tag.tsx'
import { mustMove } from './must-move.ts'
import './case-head.css'

export interface CaseHeadProps {
  view: CaseView
  /** When what is shown was true, while the hub is lost; null while it is live. */
  lostAt: number | null
  onOpenCase: ((caseId: string) => void) | undefined
}

/** Which matter this is, how it stands, and whose move it is. */
export function CaseHead({ view, lostAt, onOpenCase }: CaseHeadProps) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const urgent = view.urgency === 'critical' || view.urgency === 'urgent' ? view.urgency : null
  return (
    <header className="case-head">
      <div className="case-head-origin">
        <CodeText code={view.caseCode} />
        <span className="cut">
          {t(`labels.kind.${view.kind}`)}
          {view.category !== null && ` · ${view.category}`}
        </span>
        <span>
          {t('caseFile.registered', {
            channel: t(`labels.channel.${view.channel}`),
            moment: moment.short(msOf(view.registeredAt), now),
          })}
        </span>
        {view.historic && <Tag>{t('caseFile.historic')}</Tag>}
        {lostAt !== null && <DataAge at={lostAt} stale />}
      </div>
      <h1 title={view.title}>
        {urgent !== null && <Tag look="urgent">{t(`labels.urgency.${urgent}`)}</Tag>}
        <MaskedText text={view.title} />
      </h1>
      <StateLine view={view} stale={lostAt !== null} onOpenCase={onOpenCase} />
    </header>
  )
}

const ranks = { blue: 1, yellow: 2, red: 3 } as const

function StateLine({
  view,
  stale,
  onOpenCase,
}: { view: CaseView; stale: boolean } & Pick<CaseHeadProps, 'onOpenCase'>) {
  const { t } = useText()
  const worst = view.alerts.reduce<CaseView['alerts'][number] | null>(
    (top, alert) => (top && ranks[top.colour] >= ranks[alert.colour] ? top : alert),
    null,
  )
  const must = mustMove(view, t)
  return (
    <div className="case-head-state">
      {worst !== null && (
        <span className={`ui-alert-word ${stale ? 'is-stale' : `is-${worst.colour}`}`}>
          <AlertShape colour={worst.colour} stale={stale} />
          {t(`labels.colour.${worst.colour}`)} {t(`labels.axis.${worst.axis}`)}
        </span>
      )}
      <b>{t(`labels.state.${view.state}`)}</b>
      {must !== null && <span>{must}</span>}
      <span className="is-place cut" title={view.place}>
        {view.place}
      </span>
      {view.duplicateOf !== null && <Duplicate caseId={view.duplicateOf} onOpenCase={onOpenCase} />}
    </div>
  )
}

/** The open matter this one seems to repeat; a person decides what that means. */
function Duplicate({ caseId, onOpenCase }: { caseId: string } & Pick<CaseHeadProps, 'onOpenCase'>) {
  const { t } = useText()
  const row = useBoard('cases').get(caseId)
  const { data } = useQuery({ ...caseQuery(caseId), enabled: row === undefined })
  const other = row ?? data
  // What this person may not see is not pointed at either.
  if (other === undefined) return null
  return (
    <span className="is-duplicate">
      {t('caseFile.duplicate')}{' '}
      {onOpenCase === undefined ? (
        <CodeText code={other.caseCode} />
      ) : (
        <Button look="link" onClick={() => onOpenCase(other.id)}>
          {t('caseFile.openDuplicate', { code: other.caseCode })}
        </Button>
      )}
    </span>
  )
}
