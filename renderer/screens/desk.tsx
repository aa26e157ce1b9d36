import { useText } from '../shared/text/use-text.ts'
import { Logo } from '../shared/ui/logo.tsx'

/** The workstation of a duty officer. */
export function DeskScreen() {
  const { t } = useText()
  return (
    <div className="station">
      <Logo />
      {t('desk.title')}
    </div>
  )
}
