import { useText } from '../../shared/text/use-text.ts'
import { Icon } from '../../shared/ui/icon.tsx'
import { Logo } from '../../shared/ui/logo.tsx'

export interface TrackHeadProps {
  title: string
  /** When what is shown was so (hub time in ms). */
  seenAt?: number | null
  onBack?: () => void
}

/** The head of the page: where one is, the way back, and how old what one sees is. */
export function TrackHead({ title, seenAt = null, onBack }: TrackHeadProps) {
  const { t, moment } = useText()
  return (
    <header className="track-head">
      {onBack === undefined ? (
        <Logo />
      ) : (
        <button type="button" className="track-back" aria-label={t('common.back')} onClick={onBack}>
          <Icon name="next" size={20} />
        </button>
      )}
      {onBack === undefined ? <b>{title}</b> : <h1>{title}</h1>}
      {seenAt !== null && <span>{t('resident.updated', { moment: moment.hourAndMinute(seenAt) })}</span>}
    </header>
  )
}
