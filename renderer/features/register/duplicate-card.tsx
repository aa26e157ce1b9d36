import { msOf } from '../../../hub-server/contract/instant.ts'
import type { LikelyDuplicate } from '../../hub/register-requests.ts'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { useDraft, type RegisterDraft } from './draft.ts'
import type { Duplicates } from './use-duplicates.ts'

/** Titles that share this much of their pairs of signs read alike. */
const alikeScore = 0.6

export interface DuplicateCardProps {
  duplicates: Duplicates
  onLook: () => void
  onSeparate: () => void
}

/** What speaks for the same matter and what against, and the two answers. Neither merges anything, and none is chosen beforehand. */
export function DuplicateCard({ duplicates, onLook, onSeparate }: DuplicateCardProps) {
  const { t } = useText()
  const { items, undecided } = duplicates
  const shown = undecided[0] ?? items[0]
  if (shown === undefined) return null
  const settled = undecided.length === 0
  return (
    <section
      className="register-duplicate"
      role={settled ? undefined : 'alert'}
      aria-label={t('register.duplicate.label')}
    >
      <header>
        <h2>
          {settled
            ? t('register.duplicate.settled', { count: items.length })
            : t('register.duplicate.title', { count: undecided.length })}
        </h2>
        <span className="note">{t('register.duplicate.alike', { score: shown.score.toFixed(2) })}</span>
      </header>
      <Other duplicate={shown} />
      <p className="register-duplicate-acts">
        <Button keyCap="Alt J" onClick={onLook}>
          {t('register.duplicate.look')}
        </Button>
        <Button keyCap="Alt K" aria-pressed={settled} className={settled ? 'is-chosen' : ''} onClick={onSeparate}>
          {settled && <Icon name="check" />}
          {t('register.duplicate.separate')}
        </Button>
      </p>
      <p className="note">{t('register.duplicate.after')}</p>
    </section>
  )
}

function Other({ duplicate }: { duplicate: LikelyDuplicate }) {
  const { t, moment } = useText()
  const now = useHubNow(60_000)
  const draft = useDraft()
  const { row } = duplicate
  return (
    <div className="register-duplicate-other">
      <p>
        <b>{row.title}</b>
      </p>
      <p className="note">
        <CodeText code={row.caseCode} /> · {moment.short(msOf(row.registeredAt), now)} ·{' '}
        {t(`labels.channel.${row.channel}`)}
      </p>
      <p className="note">
        {row.leadUnit?.name ?? t('register.duplicate.unitOpen')} · {t(`labels.state.${row.state}`)}
      </p>
      <ul>
        {reasonsOf(duplicate, draft, t).map(({ same, words }) => (
          <li key={words}>
            <span aria-hidden="true">{same ? '＝' : '≠'}</span>
            {words}
          </li>
        ))}
      </ul>
    </div>
  )
}

function reasonsOf(
  { row, score, sameCaller, samePlace }: LikelyDuplicate,
  { phone, place }: RegisterDraft,
  t: Text['t'],
) {
  const caller = sameCaller ? 'sameCaller' : phone.trim() === '' ? 'unknownCaller' : 'otherCaller'
  const where = samePlace ? 'samePlace' : place === null ? 'unknownPlace' : 'otherPlace'
  const alike = score >= alikeScore
  return [
    { same: samePlace, words: t(`register.duplicate.${where}`, { place: row.place }) },
    { same: alike, words: t(`register.duplicate.${alike ? 'alikeWords' : 'otherWords'}`) },
    { same: sameCaller, words: t(`register.duplicate.${caller}`) },
  ].sort((a, b) => Number(b.same) - Number(a.same))
}
