import { useText } from '../../shared/text/use-text.ts'
import './required.css'

/** Stands where a value has to come. */
export function Required() {
  const { t } = useText()
  return <span className="register-required">{t('register.required')}</span>
}
