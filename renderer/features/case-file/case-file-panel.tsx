import { useEffect, useRef, useState } from 'react'
import type { CaseView, TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { failureText } from '../../hub/failure-text.ts'
import type { HubQueryError } from '../../hub/hub-query.ts'
import { dataTime, type LinkState } from '../../hub/link-state.ts'
import { useSession } from '../../hub/session.ts'
import { useLinkState } from '../../hub/station.tsx'
import { useKeys } from '../../shared/keys/use-keys.ts'
import { useText } from '../../shared/text/use-text.ts'
import { EmptyNotice, FailedNotice, LoadingRows, StaleNotice } from '../../shared/ui/state-notice.tsx'
import { Button } from '../../shared/ui/button.tsx'
import { ActionBar } from './action-bar.tsx'
import './case-file-panel.css'
import { CaseHead } from './case-head.tsx'
import { CaseSide } from './case-side.tsx'
import { CaseTabs, type CaseTab } from './case-tabs.tsx'
import { ClockBand } from './clock-band.tsx'
import { CourseTab } from './course-tab.tsx'
import { draftsBelongTo } from './drafts.ts'
import { Overview } from './overview.tsx'
import { useCase, type CaseReading } from './use-case.ts'
import { useLongerThan } from './use-longer-than.ts'

export interface CaseFilePanelProps {
  caseId: string
  /** Opens another case in the same place; without it, links to cases are plain codes. */
  onOpenCase?: (caseId: string) => void
}

/** The case of the desk's right-hand side: what it is, its promises, its people, its course, and what can be done with it now. */
export function CaseFilePanel({ caseId, onOpenCase }: CaseFilePanelProps) {
  const { t } = useText()
  const session = useSession()
  if (session.phase === 'signedIn') draftsBelongTo(session.user.id)
  const reading = useCase(caseId)
  const shown = useHeldReading(reading)
  return (
    <aside className="case-file" aria-label={t('caseFile.title')} aria-busy={shown !== reading}>
      {shown.view === undefined ? (
        <NotYet reading={shown} />
      ) : (
        <Opened view={shown.view} reading={shown} held={shown !== reading} onOpenCase={onOpenCase} />
      )}
    </aside>
  )
}

/** The case before stays in sight while the next one is fetched, so that nothing flickers; it cannot be acted on. */
const holdMs = 300

function useHeldReading(reading: CaseReading): CaseReading {
  const [last, setLast] = useState(reading)
  const waits = reading.view === undefined && reading.error === null
  const waitsLong = useLongerThan(waits, holdMs)
  if (reading.view !== undefined && (last.view !== reading.view || last.course !== reading.course)) setLast(reading)
  return waits && !waitsLong && last.view !== undefined ? last : reading
}

interface OpenedProps {
  view: CaseView
  reading: CaseReading
  /** The case before, while the next one is fetched. */
  held: boolean
  onOpenCase: CaseFilePanelProps['onOpenCase']
}

const noItems: readonly TimelineItem[] = []

function Opened({ view, reading, held, onOpenCase }: OpenedProps) {
  const link = useLinkState()
  const [tab, setTab] = useState<CaseTab>('overview')
  const page = useRef<HTMLDivElement>(null)
  const lostAt = lostSince(link)
  const { course = noItems } = reading
  useEffect(() => {
    if (page.current) page.current.scrollTop = 0
  }, [view.id, tab])
  return (
    <div className="case-file-held" inert={held}>
      <CaseHead view={view} lostAt={lostAt} onOpenCase={onOpenCase} />
      {reading.error !== null && !reading.busy && lostAt === null && (
        <Behind error={reading.error} view={view} onRetry={reading.retry} />
      )}
      <ClockBand view={view} stale={lostAt !== null} />
      <CaseTabs tab={tab} courseCount={reading.course === undefined ? null : course.length} onTab={setTab} />
      <div
        className="case-page"
        id="case-page"
        role="tabpanel"
        aria-labelledby={`case-tab-${tab}`}
        tabIndex={0}
        ref={page}
      >
        {/* By case: nothing that was shown in clear, and no open form, goes over to another one. */}
        <div className="case-main" key={view.id}>
          {tab === 'overview' ? (
            <Overview view={view} course={course} onCourse={() => setTab('course')} />
          ) : (
            <CourseTab items={course} />
          )}
        </div>
        <CaseSide view={view} />
      </div>
      <ActionBar key={view.id} view={view} held={held} />
    </div>
  )
}

/** The hub's last word (ms) while it is lost. */
function lostSince(link: LinkState): number | null {
  return link.phase === 'lost' ? dataTime(link) : null
}

/** Newer words were asked for and did not come: what is shown is marked as old. */
function Behind({ error, view, onRetry }: { error: HubQueryError; view: CaseView; onRetry: () => void }) {
  const { t } = useText()
  useKeys('case', [{ id: 'case.retry', keys: ['R'], label: t('common.retry'), run: onRetry }])
  return (
    <StaleNotice
      action={
        <Button keyCap="R" onClick={onRetry}>
          {t('common.retry')}
        </Button>
      }
    >
      {t('caseFile.behind', { version: view.version })} {failureText(error.failure, t)}
    </StaleNotice>
  )
}

/** No case to show yet: loading, not there, refused, or not reached. Never an empty panel. */
function NotYet({ reading }: { reading: CaseReading }) {
  const { t } = useText()
  const { error, retry } = reading
  useKeys('case', [{ id: 'case.retry', keys: ['R'], label: t('common.retry'), run: retry }], error !== null)
  if (error === null || reading.busy) {
    return <LoadingRows rows={8} what={(seconds) => t('caseFile.gettingFor', { seconds })} />
  }
  const { failure } = error
  if (failure.kind === 'refused' && failure.problem.code === 'case.notFound') {
    return <EmptyNotice>{t('caseFile.notFound')}</EmptyNotice>
  }
  return (
    <div className="case-file-notice">
      <FailedNotice
        what={t('caseFile.failedRead')}
        reason={failureText(failure, t)}
        at={error.at}
        {...(failure.kind === 'refused' && { requestId: failure.problem.requestId })}
        onRetry={retry}
        retryKey="R"
      />
    </div>
  )
}
