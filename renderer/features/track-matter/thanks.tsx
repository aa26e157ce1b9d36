import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'

export type ThanksFor = 'rated' | 'ratedBack' | 'noted'

/** It was taken, and what happens now. */
export function Thanks({ what, onBack }: { what: ThanksFor; onBack: () => void }) {
  const { t } = useText()
  return (
    <section className="track-card track-thanks" role="status">
      <Icon name="check" size={32} />
      <h1>{t(`resident.thanks.${what}`)}</h1>
      <p>{t(`resident.thanks.${what}Next`)}</p>
      <Button size="large" look="primary" onClick={onBack}>
        {t('resident.thanks.back')}
      </Button>
    </section>
  )
}
