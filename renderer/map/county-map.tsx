import { useMemo, useState, type CSSProperties, type ReactNode } from 'react'
import { useText } from '../shared/text/use-text.ts'
import { AreaTable } from './area-table.tsx'
import { borderWidth, drawingScale, fitCamera, type Alignment, type Camera, type Size } from './camera.ts'
import { fillOf, type AreaFill, type CountyArea, type MapPin, type SmallCounts } from './county-area.ts'
import './county-map.css'
import { classBounds, type ClassBounds } from './fill-classes.ts'
import { GlLayer, type GlState } from './gl-layer.tsx'
import { MapLabels } from './map-labels.tsx'
import { outlineBounds } from './outlines.ts'
import { PinLayer, type MapRipple } from './pin-layer.tsx'
import { SvgLayer } from './svg-layer.tsx'
import { useBoxSize } from './use-box-size.ts'

export interface CountyMapProps {
  areas: readonly CountyArea[]
  /** Dark for a wall, light for a desk or a wall by day. */
  theme: 'dark' | 'light'
  pins?: readonly MapPin[] | undefined
  showLabels?: boolean | undefined
  /** A thumbnail beside a case: drawn as SVG, without a map engine to start each time another case is opened. */
  small?: boolean | undefined
  /** Counts of one and two of an area are written `<3` when masked, which is what a wall must do. */
  smallCounts?: SmallCounts | undefined
  /** One ring that runs once where a new case came in; a new key is a new ring. */
  ripple?: MapRipple | undefined
  /** Makes the areas selectable by pointer and keyboard. A wall leaves it out: nothing there can be acted on. */
  onSelect?: ((code: string) => void) | undefined
  selected?: string | undefined
  /** Bounds of the four classes; made from the areas when absent. The legend must be given the same. */
  bounds?: ClassBounds | null | undefined
  /** Where the outline stands when the box is wider: `end` leaves the empty north-west of Yiyang to numbers. */
  alignment?: Alignment | undefined
  /** Room between the outline and the edge of the box, px. */
  padding?: number | undefined
  /** Device pixels per px of the box: the device's own ratio times the zoom of the wall. */
  pixelRatio?: number | undefined
  /** Number of the map's approval, where there is one; it stands behind 示意图. */
  approvalNumber?: string | undefined
  /** What stands under 示意图: the age of the figures. */
  footnote?: ReactNode
}

const noPins: readonly MapPin[] = []

/**
 * The schematic map (示意图) of the county-level areas of the city, filled by open cases per 10,000 residents. It takes the
 * size of its parent. MapLibre paints it; until that stands, and whenever the graphics device is missing or lost, the same
 * outlines are drawn as SVG, so that the place is never blank. Those who cannot see it get the same figures as a table.
 */
export function CountyMap(props: CountyMapProps): ReactNode {
  const { areas, theme, alignment = 'centre', padding = 4, pixelRatio = window.devicePixelRatio } = props
  const { t } = useText()
  const [box, measure] = useBoxSize()
  const [glState, setGlState] = useState<GlState>('opening')
  const ownBounds = useMemo(() => classBounds(areas.map((area) => area.perTenThousand ?? null)), [areas])
  const bounds = props.bounds === undefined ? ownBounds : props.bounds
  const fills = useMemo(() => areas.map((area) => fillOf(area, bounds)), [areas, bounds])
  const camera = useMemo(
    () => (box === null ? null : fitCamera(outlineBounds, box, padding, alignment)),
    [box, padding, alignment],
  )
  const scale = camera === null ? 1 : drawingScale(camera)
  const style = { '--k': scale, '--border': `${borderWidth(scale)}px` } as CSSProperties
  return (
    <figure
      className="county-map"
      data-theme={theme}
      data-alignment={alignment}
      aria-label={t('map.name')}
      style={style}
      ref={measure}
    >
      {box !== null && camera !== null && (
        <Picture
          {...props}
          {...{ box, camera, fills, pixelRatio, glState, onGlState: setGlState }}
          smallCounts={props.smallCounts ?? 'exact'}
        />
      )}
      <figcaption className="county-map-note">
        <p>
          {props.approvalNumber === undefined
            ? t('map.schematic')
            : t('map.approved', { number: props.approvalNumber })}
        </p>
        {props.footnote !== undefined && <p>{props.footnote}</p>}
        {glState === 'lost' && <p>{t('map.plain')}</p>}
      </figcaption>
      <AreaTable areas={areas} smallCounts={props.smallCounts ?? 'exact'} />
    </figure>
  )
}

interface PictureProps extends CountyMapProps {
  box: Size
  camera: Camera
  fills: readonly AreaFill[]
  pixelRatio: number
  smallCounts: SmallCounts
  glState: GlState
  onGlState: (state: GlState) => void
}

function Picture(props: PictureProps): ReactNode {
  const { areas, box, camera, fills, glState, onSelect, pins = noPins, ripple, selected } = props
  const redPins = pins.filter((pin) => pin.colour === 'red').length
  const reds = areas.reduce((sum, area) => sum + area.red, 0)
  // Where not every red case has its pin, the number of them must be told.
  const withRed = reds > redPins
  return (
    <>
      {props.small !== true && (
        <GlLayer
          {...{ box, camera, fills }}
          theme={props.theme}
          pixelRatio={props.pixelRatio}
          onState={props.onGlState}
        />
      )}
      <SvgLayer {...{ box, camera, fills, onSelect, selected }} painted={glState !== 'drawn'} />
      <MapLabels
        {...{ areas, camera, fills, onSelect, selected }}
        words={props.showLabels ?? true}
        smallCounts={props.smallCounts}
        withRed={withRed}
      />
      <PinLayer {...{ areas, camera, pins, ripple, withRed }} words={props.showLabels ?? true} />
    </>
  )
}
