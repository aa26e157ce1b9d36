import { useText } from '../shared/text/use-text.ts'

/** The wall of the hall. */
export function WallScreen() {
  const { t } = useText()
  return <div data-theme="dark">{t('wall.title')}</div>
}
