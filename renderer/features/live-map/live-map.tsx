import { useMemo } from 'react'
import type { AlertRow, AreaRow } from '../../../hub-server/contract/board.ts'
import { instantOf } from '../../../hub-server/contract/instant.ts'
import { CountyMap } from '../../map/county-map.tsx'
import type { CountyArea, MapPin } from '../../map/county-area.ts'
import { classBounds } from '../../map/fill-classes.ts'
import { MapLegend } from '../../map/map-legend.tsx'
import { pointOf } from '../../map/outlines.ts'
import type { FeedState } from '../../shared/wall/feed-state.ts'
import { TileAge } from '../../shared/wall/tile-age.tsx'
import { useNewCase } from './use-new-case.ts'
import './live-map.css'

export interface LiveMapProps {
  areas: ReadonlyMap<string, AreaRow>
  /** The centre's own division: it is the map, not an area on it. */
  centre: string
  /** Those of the red lane that get a pin, in its order: the first has number 1. */
  reds: readonly AlertRow[]
  feed: FeedState
  theme: 'dark' | 'light'
  /** Display px per wall unit. */
  zoom: number
}

/** The areas of the centre by open cases, with the red cases at their townships and one ring where a case has just come in. */
export function LiveMap({ areas, centre, reds, feed, theme, zoom }: LiveMapProps) {
  const staleSince = feed.stale && feed.at !== null ? instantOf(feed.at) : undefined
  const counties = useMemo(() => countiesOf(areas, centre, staleSince), [areas, centre, staleSince])
  const bounds = useMemo(() => classBounds(counties.map((area) => area.perTenThousand ?? null)), [counties])
  const pins = useMemo(() => pinsOf(reds, feed.stale), [reds, feed.stale])
  const ripple = useNewCase(areas, centre)
  return (
    <>
      <div className="wall-map">
        <CountyMap
          areas={counties}
          theme={theme}
          pins={pins}
          ripple={ripple}
          bounds={bounds}
          smallCounts="masked"
          alignment="end"
          padding={0}
          pixelRatio={window.devicePixelRatio * zoom}
          footnote={<TileAge feed={feed} />}
        />
      </div>
      {bounds !== null && (
        <div className="wall-legend">
          <MapLegend bounds={bounds} theme={theme} />
        </div>
      )}
    </>
  )
}

function countiesOf(areas: ReadonlyMap<string, AreaRow>, centre: string, stale: string | undefined): CountyArea[] {
  return [...areas.values()]
    .filter(({ id }) => id !== centre)
    .map(({ id, name, open, perTenThousand, red, yellow, blue }) => ({
      code: id,
      name,
      open,
      perTenThousand,
      red,
      yellow,
      blue,
      ...(stale !== undefined && { stale }),
    }))
}

function pinsOf(reds: readonly AlertRow[], stale: boolean): MapPin[] {
  return reds.flatMap(({ id, township }, index): MapPin[] => {
    const point = pointOf(township)
    return point === undefined ? [] : [{ id, number: index + 1, colour: 'red', lng: point[0], lat: point[1], stale }]
  })
}
