import { useText } from '../text/use-text.ts'
import { AlertShape, type AlertShapeProps } from './alert-shape.tsx'
import './alert-word.css'

/** Shape and word of an alert, the word in the ink of its colour: `◆ 红`. Without an alert a dash. */
export function AlertWord({
  colour,
  size,
  stale = false,
}: Omit<AlertShapeProps, 'colour'> & { colour: AlertShapeProps['colour'] | null }) {
  const { t } = useText()
  if (colour === null) return <span className="ui-alert-word is-calm">{t('common.none')}</span>
  return (
    <span className={`ui-alert-word ${stale ? 'is-stale' : `is-${colour}`}`}>
      <AlertShape colour={colour} stale={stale} {...(size !== undefined && { size })} />
      {t(`labels.colour.${colour}`)}
    </span>
  )
}
