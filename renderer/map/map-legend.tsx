import type { CSSProperties, ReactNode } from 'react'
import { useText } from '../shared/text/use-text.ts'
import './county-map.css'
import type { ClassBounds } from './fill-classes.ts'

interface MapLegendProps {
  /** The bounds the map was drawn with; null when no area's population is known. */
  bounds: ClassBounds | null
  theme: 'dark' | 'light'
  /** 1 on a wall; smaller beside a smaller map. */
  scale?: number | undefined
}

/** What the figures and the four fills of the map mean. */
export function MapLegend({ bounds, theme, scale = 1 }: MapLegendProps): ReactNode {
  const { t } = useText()
  return (
    <div className="map-legend" data-theme={theme} style={{ '--k': scale } as CSSProperties}>
      <p>
        {t('map.figure')} <span>{t('map.figureIs')}</span> <b>{t('map.fill')}</b> <span>{t('map.fillIs')}</span>
      </p>
      {bounds !== null && (
        <div className="map-legend-scale">
          {([1, 2, 3, 4] as const).map((fillClass) => (
            <i key={fillClass} className="map-legend-swatch" data-class={fillClass}>
              {fillClass < 4 && <span>{bounds[fillClass - 1]}</span>}
            </i>
          ))}
        </div>
      )}
    </div>
  )
}
