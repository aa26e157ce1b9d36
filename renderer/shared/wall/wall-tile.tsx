import { useId, type ReactNode } from 'react'
import type { FeedState } from './feed-state.ts'
import { TileAge } from './tile-age.tsx'
import './wall-tile.css'

export interface WallTileProps {
  title: string
  /** What is counted, or over which time. */
  scope?: ReactNode
  feed: FeedState
  className: string
  children: ReactNode
}

/** A tile of a wall: a rule, a title line with the age of the data, the content on the bare ground. Stale, the hatch lies under all of it and the last values stay. */
export function WallTile({ title, scope, feed, className, children }: WallTileProps) {
  const id = useId()
  return (
    <section className={`wall-tile ${className}`} data-stale={feed.stale} aria-labelledby={id}>
      <div className="wall-tile-title">
        <h2 id={id}>{title}</h2>
        {scope !== undefined && <small>{scope}</small>}
        <TileAge feed={feed} />
      </div>
      {children}
    </section>
  )
}
