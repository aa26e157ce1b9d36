import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { CourseList } from './course-list.tsx'
import { PromiseCard } from './promise-card.tsx'
import { ReplyCard } from './reply-card.tsx'

export interface FollowViewProps {
  code: string
  view: TrackView
  onRate: () => void
  onNote: () => void
}

/** One's own matter: the promise, the reply when there is one, the whole course, and what one can do. */
export function FollowView({ code, view, onRate, onNote }: FollowViewProps) {
  const { t } = useText()
  const why = whyNotRate(view)
  return (
    <>
      <PromiseCard code={code} view={view} />
      <ReplyCard view={view} />
      <CourseList view={view} />
      <div className="track-acts">
        <Button size="large" onClick={onNote}>
          <Icon name="clip" size={20} />
          {t('resident.note.title')}
        </Button>
        <Button
          size="large"
          look={view.mayRate ? 'primary' : 'outlined'}
          barred={!view.mayRate}
          aria-describedby={why === null ? undefined : 'why-not-rate'}
          onClick={() => {
            if (view.mayRate) onRate()
          }}
        >
          <Icon name="star" size={20} />
          {t('resident.rate.title')}
        </Button>
      </div>
      {why !== null && (
        <p className="track-why" id="why-not-rate">
          {t(`resident.whyNot.${why}`)}
        </p>
      )}
    </>
  )
}

function whyNotRate({ mayRate, rating, steps }: TrackView): 'rated' | 'notYet' | 'ended' | null {
  if (mayRate) return null
  if (rating !== null) return 'rated'
  return steps.some(({ step, done }) => step === 'replied' && !done) ? 'notYet' : 'ended'
}
