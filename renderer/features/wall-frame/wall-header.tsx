import { useText } from '../../shared/text/use-text.ts'
import { useHubNow } from '../../shared/time/hub-clock.ts'
import type { TickerFact } from './newest-fact.ts'
import './wall-header.css'

export interface WallHeaderProps {
  centre: string
  scene: string
  /** The newest fact without a person in it; null when there is none. */
  fact: TickerFact | null
  /** Tiles whose data are old, and how many there are in all. */
  staleTiles: number
  tiles: number
}

/** Whose wall it is, which scene, the newest fact, whether what it shows can be trusted, and the hub's time. */
export function WallHeader({ centre, scene, fact, staleTiles, tiles }: WallHeaderProps) {
  return (
    <header className="wall-header">
      <h1>{centre}</h1>
      <span className="wall-header-scene">{scene}</span>
      <Ticker fact={fact} />
      {staleTiles > 0 && <TrustMark staleTiles={staleTiles} tiles={tiles} />}
      <HubTime />
    </header>
  )
}

/** One line, replaced and never scrolled. */
function Ticker({ fact }: { fact: TickerFact | null }) {
  const { t, moment } = useText()
  if (fact === null) return <span className="wall-header-ticker" />
  const { at, place, matter, colour } = fact
  return (
    <span className="wall-header-ticker cut">
      <b>{moment.hourAndMinute(at)}</b>
      {t(`wall.ticker.${colour}`, { place, matter: matter ?? t('wall.noCategory') })}
    </span>
  )
}

function TrustMark({ staleTiles, tiles }: { staleTiles: number; tiles: number }) {
  const { t } = useText()
  const most = staleTiles * 2 > tiles
  return (
    <span className="wall-header-trust" role="status">
      {t(most ? 'wall.mostlyStale' : 'wall.staleTiles', { count: staleTiles })}
    </span>
  )
}

function HubTime() {
  const { moment } = useText()
  const now = useHubNow()
  return (
    <>
      <span className="wall-header-date">{moment.dayAndWeekday(now)}</span>
      <time className="wall-header-clock">{moment.clock(now)}</time>
    </>
  )
}
