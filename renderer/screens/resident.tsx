import { useText } from '../shared/text/use-text.ts'
import { Logo } from '../shared/ui/logo.tsx'
import './resident.css'

/** The resident's page: follow and rate one's own matter. */
export function ResidentScreen() {
  const { t } = useText()
  return (
    <div className="resident">
      <header className="resident-head">
        <Logo />
        <b>{t('resident.title')}</b>
      </header>
    </div>
  )
}
