import { KeyChord } from '../../shared/keys/key-chord.tsx'
import { useText } from '../../shared/text/use-text.ts'
import './no-case.css'

/** The place of the case while none is open. */
export function NoCase() {
  const { t } = useText()
  return (
    <aside className="no-case" aria-label={t('caseFile.title')}>
      <p>{t('desk.empty.case')}</p>
      <p className="note">
        <KeyChord chord="J" /> <KeyChord chord="K" /> {t('desk.empty.move')} <KeyChord chord="Enter" />{' '}
        {t('desk.empty.openIt')}
      </p>
    </aside>
  )
}
