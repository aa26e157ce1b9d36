import type { ReactNode } from 'react'
import './wall-tile.css'

/** A figure of a wall; a change tints it for 160 ms. While it is not known its place is blank: a wall never shows a number it was not told. */
export function WallFigure({ value }: { value: string | null }): ReactNode {
  if (value === null) return <span className="wall-figure wall-blank" />
  return (
    <span key={value} className="wall-figure wall-changed">
      {value}
    </span>
  )
}
