import { useText } from '../../shared/text/use-text.ts'
import { DuplicateCard, type DuplicateCardProps } from './duplicate-card.tsx'
import './evidence-column.css'
import { UnitContacts } from './unit-contacts.tsx'

/** What helps to decide: a likely duplicate above all else, then whom to ring. */
export function EvidenceColumn({ duplicates, onLook, onSeparate }: DuplicateCardProps) {
  const { t } = useText()
  const { items, state } = duplicates
  return (
    <aside className="register-evidence" aria-label={t('register.evidence')}>
      {items.length > 0 ? (
        <DuplicateCard duplicates={duplicates} onLook={onLook} onSeparate={onSeparate} />
      ) : (
        <p className="register-no-duplicate note" role="status">
          {state === 'asking' && t('register.duplicate.checking')}
          {state === 'known' && t('register.duplicate.none')}
          {state === 'failed' && t('register.duplicate.failed')}
          {state === 'nothingToAsk' && t('register.duplicate.notYet')}
        </p>
      )}
      <UnitContacts />
    </aside>
  )
}
