import { useMemo } from 'react'
import { AlertLanes } from '../features/alert-lanes/alert-lanes.tsx'
import { lanesOf } from '../features/alert-lanes/lanes.ts'
import { CentreLinks } from '../features/centre-links/centre-links.tsx'
import { FlowTile } from '../features/flow-numbers/flow-tile.tsx'
import { RatesTile } from '../features/flow-numbers/rates-tile.tsx'
import { LiveMap } from '../features/live-map/live-map.tsx'
import { newestFact } from '../features/wall-frame/newest-fact.ts'
import { useStageSize } from '../features/wall-frame/use-stage-size.ts'
import { WallHeader } from '../features/wall-frame/wall-header.tsx'
import { WallStage } from '../features/wall-frame/wall-stage.tsx'
import { wallTheme } from '../features/wall-frame/wall-theme.ts'
import { useWallRows } from '../features/wall-link/use-wall-rows.ts'
import { WallLink } from '../features/wall-link/wall-link.tsx'
import { useText } from '../shared/text/use-text.ts'
import './wall.css'

/** The wall of the hall: nothing to act on, nothing personal, every tile with the age of what it shows. */
export function WallScreen() {
  return (
    <WallLink>
      <OverviewScene />
    </WallLink>
  )
}

/** Flow, rates, map, links and the three lanes: each counts as one where the header tells how many are old. */
const tiles = 7
/** More pins would hide the map; its labels then count the red cases instead. */
const mostPins = 20
/** Wall units above and below the lanes. */
const aroundLanes = 112 + 32

function OverviewScene() {
  const { t } = useText()
  const stage = useStageSize()
  const theme = wallTheme(window.location.hash)
  const { home, alerts, areas, flow, queues, rates, info, feed, told } = useWallRows()
  const lanes = useMemo(() => lanesOf(alerts.values()), [alerts])
  const reds = useMemo(() => lanes.red.slice(0, mostPins), [lanes])
  const fact = useMemo(() => newestFact(alerts.values()), [alerts])
  const below = useMemo(() => [...areas.values()].filter(({ id }) => id !== home?.code), [areas, home])
  const centre = home === null ? '' : t('wall.centre', { name: home.name })
  const header = (
    <WallHeader {...{ centre, fact, tiles }} scene={t('wall.overview')} staleTiles={feed.stale ? tiles : 0} />
  )
  return (
    <WallStage {...{ stage, theme, centre, header }} label={t('wall.title')}>
      <LiveMap {...{ areas, reds, feed, theme }} centre={home?.code ?? ''} zoom={stage.zoom} />
      <FlowTile {...{ flow, queues, feed }} />
      <RatesTile numbers={rates} feed={feed} />
      <CentreLinks info={info} areas={below} feed={feed} />
      <AlertLanes
        {...{ lanes, told, feed }}
        arrangement={stage.layout === 'ultraWide' ? 'redBeside' : 'stacked'}
        height={stage.height - aroundLanes}
      />
    </WallStage>
  )
}
