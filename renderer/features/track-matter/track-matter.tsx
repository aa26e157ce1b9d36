import { useState } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CodeForm } from './code-form.tsx'
import { FollowView } from './follow-view.tsx'
import { NoteForm } from './note-form.tsx'
import { RatingForm } from './rating-form.tsx'
import { Thanks, type ThanksFor } from './thanks.tsx'
import { TrackFailure } from './track-failure.tsx'
import { TrackHead } from './track-head.tsx'
import { useTrack, type Track } from './use-track.ts'
import './track-matter.css'

type Page = 'follow' | 'rate' | 'note' | ThanksFor

export interface TrackMatterProps {
  code: string
  /** Another code is looked for. */
  onCode: (code: string) => void
}

/** Follows one matter and takes what its resident says of it. */
export function TrackMatter({ code, onCode }: TrackMatterProps) {
  const { t } = useText()
  const track = useTrack(code)
  const [page, setPage] = useState<Page>('follow')
  const { view, failure } = track
  const goTo = (next: Page) => {
    setPage(next)
    window.scrollTo(0, 0)
  }
  const back = () => {
    goTo('follow')
    track.look()
  }

  if (view === null) {
    return (
      <>
        <TrackHead title={t('resident.title')} />
        <main className="track-page">
          <NothingYet track={track} code={code} onCode={onCode} />
        </main>
      </>
    )
  }
  if (page === 'rate' || page === 'note') {
    return (
      <>
        <TrackHead title={t(`resident.${page}.title`)} onBack={back} />
        <main>
          {page === 'rate' ? (
            <RatingForm code={code} view={view} onRated={(goesBack) => goTo(goesBack ? 'ratedBack' : 'rated')} />
          ) : (
            <NoteForm code={code} onTaken={() => goTo('noted')} />
          )}
        </main>
      </>
    )
  }
  return (
    <>
      <TrackHead title={t('resident.title')} seenAt={track.seenAt} />
      <main className="track-page">
        {failure !== null && <LastKnown track={track} />}
        {page === 'follow' ? (
          <FollowView {...{ code, view }} onRate={() => goTo('rate')} onNote={() => goTo('note')} />
        ) : (
          <Thanks what={page} onBack={back} />
        )}
      </main>
    </>
  )
}

/** Before the first answer: that it is being looked up, or why nothing came. A wrong code can be put right where one is. */
function NothingYet({ track, code, onCode }: { track: Track & { look: () => void } } & TrackMatterProps) {
  const { t } = useText()
  const { failure, waitUntil, busy, look } = track
  if (failure === null) return <p className="track-help">{t('resident.looking')}</p>
  const wrong = failure.kind === 'refused' && failure.problem.status === 404
  return (
    <>
      <TrackFailure failure={failure} waitUntil={waitUntil} />
      {wrong ? (
        <CodeForm start={code} onCode={onCode} />
      ) : (
        waitUntil === null && (
          <Button size="large" aria-busy={busy} onClick={look}>
            {t('common.retry')}
          </Button>
        )
      )}
    </>
  )
}

/** What is below was so then: the hub does not answer now. */
function LastKnown({ track: { failure, waitUntil, seenAt } }: { track: Track }) {
  const { t, moment } = useText()
  if (failure === null || seenAt === null) return null
  return (
    <div className="track-last-known">
      <TrackFailure failure={failure} waitUntil={waitUntil} />
      <p>{t('resident.lastKnown', { moment: moment.hourAndMinute(seenAt) })}</p>
    </div>
  )
}
