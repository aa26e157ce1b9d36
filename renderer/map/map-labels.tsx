import type { CSSProperties, ReactNode } from 'react'
import { msOf } from '../../hub-server/contract/instant.ts'
import { useText } from '../shared/text/use-text.ts'
import { drawingScale, project, type Camera } from './camera.ts'
import { countText, type AreaFill, type CountyArea, type SmallCounts } from './county-area.ts'
import { MarkShape } from './mark-shape.tsx'
import { outlineOf, tileCentreOf } from './outlines.ts'

interface MapLabelsProps {
  areas: readonly CountyArea[]
  camera: Camera
  fills: readonly AreaFill[]
  /** Without words only the tiles of areas without outline are drawn. */
  words: boolean
  smallCounts: SmallCounts
  withRed: boolean
  onSelect?: ((code: string) => void) | undefined
  selected?: string | undefined
}

/** Below this drawing scale a second line would run into the neighbours. */
const leastScaleOfSecondLine = 0.55

/** The words of the map: name and count of every area, and the tiles that stand for areas without outline. */
export function MapLabels({ areas, camera, fills, words, onSelect, selected, ...texts }: MapLabelsProps): ReactNode {
  const second = drawingScale(camera) >= leastScaleOfSecondLine
  return areas.map((area) => {
    const tile = tileCentreOf(area.code)
    const at = tile ?? outlineOf(area.code)?.label
    if (at === undefined || (tile === undefined && !words)) return null
    const [x, y] = project(camera, at)
    const fill = fills.find((candidate) => candidate.code === area.code)
    const shared = {
      className: tile === undefined ? 'county-map-label' : 'county-map-label county-map-tile',
      style: { left: x, top: y } satisfies CSSProperties,
      'data-class': fill?.fillClass ?? 0,
      'data-stale': fill?.stale ?? false,
      'data-selected': area.code === selected,
    }
    const content = (
      <>
        {tile !== undefined && <TileEdge />}
        {words && <LabelText area={area} second={second} narrow={tile !== undefined} {...texts} />}
      </>
    )
    // Without selection the words are for the eye only: the table of the map says the same.
    if (onSelect === undefined) {
      return (
        <div key={area.code} {...shared} aria-hidden="true">
          {content}
        </div>
      )
    }
    return (
      <button
        key={area.code}
        type="button"
        {...shared}
        aria-pressed={area.code === selected}
        onClick={() => onSelect(area.code)}
      >
        {content}
      </button>
    )
  })
}

/** CSS draws the dashes of a thin border too fine to be told from a line across a room. */
function TileEdge(): ReactNode {
  return (
    <svg className="county-map-tile-edge" aria-hidden="true">
      <rect width="100%" height="100%" rx="4" />
    </svg>
  )
}

interface LabelTextProps {
  area: CountyArea
  second: boolean
  /** A tile has no room for a sentence. */
  narrow: boolean
  smallCounts: SmallCounts
  withRed: boolean
}

function LabelText({ area, second, narrow, smallCounts, withRed }: LabelTextProps): ReactNode {
  const { t, moment } = useText()
  return (
    <>
      <span className="county-map-headline">
        <span className="county-map-name">{area.name}</span>
        <span className="county-map-open">{countText(area.open, smallCounts)}</span>
      </span>
      {second && (
        <span className="county-map-second">
          {area.stale === undefined ? (
            <Marks {...{ area, smallCounts, withRed }} />
          ) : (
            <span className="county-map-words">
              {t(narrow ? 'common.asOf' : 'map.cutOff', { moment: moment.hourAndMinute(msOf(area.stale)) })}
            </span>
          )}
        </span>
      )}
    </>
  )
}

interface MarksProps {
  area: CountyArea
  smallCounts: SmallCounts
  withRed: boolean
}

function Marks({ area, smallCounts, withRed }: MarksProps): ReactNode {
  const { t } = useText()
  if (area.red + area.yellow + area.blue === 0) return <span className="county-map-words">{t('map.noAlert')}</span>
  const colours = withRed ? (['red', 'yellow', 'blue'] as const) : (['yellow', 'blue'] as const)
  return colours.map((colour) => (
    <span key={colour} className="county-map-mark">
      <MarkShape colour={colour} label={t(`labels.colour.${colour}`)} />
      {countText(area[colour], smallCounts)}
    </span>
  ))
}
