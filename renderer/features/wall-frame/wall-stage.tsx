import type { ReactNode } from 'react'
import type { StageSize } from './stage-size.ts'
import { Watermark } from './watermark.tsx'
import './wall-stage.css'

export interface WallStageProps {
  stage: StageSize
  theme: 'dark' | 'light'
  /** What the window is, read aloud. */
  label: string
  /** The centre's name, in the watermark. */
  centre: string
  header: ReactNode
  children: ReactNode
}

/** The ground of a wall: the stage, zoomed once, with the header above its scene and the centre's watermark over both. */
export function WallStage({ stage, theme, label, centre, header, children }: WallStageProps) {
  const { width, height, zoom } = stage
  return (
    <div className="wall" data-theme={theme}>
      <div className="wall-stage" data-layout={stage.layout} style={{ width, height, zoom }}>
        {header}
        <main aria-label={label}>{children}</main>
        <Watermark words={centre} />
      </div>
    </div>
  )
}
