import { useId, type ReactNode } from 'react'
import { project, type Camera, type Size } from './camera.ts'
import type { AreaFill } from './county-area.ts'
import { hatch } from './hatch.ts'
import { outlines } from './outlines.ts'
import type { LngLat } from './outline-set.ts'

interface SvgLayerProps {
  box: Size
  camera: Camera
  fills: readonly AreaFill[]
  /** Whether this layer paints the areas: while the map engine does, it only takes the pointer and shows the selection. */
  painted: boolean
  onSelect?: ((code: string) => void) | undefined
  selected?: string | undefined
}

/** The outlines as SVG: the picture when there is no map engine, and always what the pointer meets. */
export function SvgLayer({ box, camera, fills, painted, onSelect, selected }: SvgLayerProps): ReactNode {
  const hatchId = useId()
  const pathOf = (line: readonly LngLat[]): string =>
    `M${line
      .map((at) =>
        project(camera, at)
          .map((value) => value.toFixed(1))
          .join(' '),
      )
      .join('L')}`
  return (
    <svg
      className="county-map-svg"
      viewBox={`0 0 ${box.width} ${box.height}`}
      aria-hidden="true"
      data-painted={painted}
      data-selectable={onSelect !== undefined}
    >
      {painted && <Hatch id={hatchId} />}
      {outlines.areas.map(({ code, ring }) => {
        const fill = fills.find((candidate) => candidate.code === code)
        return (
          <path
            key={code}
            className="county-map-area"
            data-class={fill?.fillClass ?? 0}
            data-stale={fill?.stale ?? false}
            d={`${pathOf(ring)}Z`}
            {...(painted && fill?.stale === true ? { style: { fill: `url(#${hatchId})` } } : {})}
            {...(onSelect === undefined ? {} : { onClick: () => onSelect(code) })}
          />
        )
      })}
      {painted &&
        outlines.borders.map(({ line }, index) => <path key={index} className="county-map-border" d={pathOf(line)} />)}
      {outlines.areas
        .filter(({ code }) => code === selected)
        .map(({ code, ring }) => (
          <path key={code} className="county-map-selected" d={`${pathOf(ring)}Z`} />
        ))}
    </svg>
  )
}

function Hatch({ id }: { id: string }): ReactNode {
  const { period, stripe } = hatch
  return (
    <pattern id={id} width={period} height={period} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect className="county-map-hatch-ground" width={period} height={period} />
      <rect className="county-map-hatch-stripe" width={stripe} height={period} />
    </pattern>
  )
}
