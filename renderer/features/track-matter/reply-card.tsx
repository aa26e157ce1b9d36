import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { msOf } from '../../../hub-server/contract/instant.ts'
import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { groupedCode } from './tracking-code.ts'

export interface ReplyCardProps {
  view: TrackView
  /** Where the card stands alone it also says which matter it answers. */
  code?: string
}

/** What the unit answered, as the centre has checked it, and what the resident has said of it. */
export function ReplyCard({ view, code }: ReplyCardProps) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const { reply, unit, rating, steps } = view
  if (reply === null) return null
  const at = steps.find(({ step }) => step === 'replied')?.at ?? null
  const facts = { unit: unit ?? '', moment: at === null ? '' : moment.short(msOf(at), now) }
  return (
    <section className="track-card">
      {code !== undefined && (
        <div className="track-matter">
          <h2>{view.title}</h2>
          <p className="track-meta">{t('resident.codeIs', { code: groupedCode(code) })}</p>
        </div>
      )}
      <p className="track-meta">{t('resident.replyBy', facts)}</p>
      <p className="track-reply">{reply}</p>
      {rating !== null && (
        <p className="track-meta">
          {t('resident.rated', {
            solved: t(rating.solved ? 'resident.rate.solved' : 'resident.rate.unsolved'),
            satisfaction: t(`labels.satisfaction.${rating.satisfaction}`),
          })}
        </p>
      )}
    </section>
  )
}
