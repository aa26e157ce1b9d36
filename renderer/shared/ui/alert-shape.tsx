import './alert-shape.css'

type Colour = 'blue' | 'yellow' | 'red'

export interface AlertShapeProps {
  colour: Colour
  /** Edge of the box in px: 14 beside words, 11 in the rail, 18 beside a 28-px countdown. */
  size?: number
  /** The fact is old: the form stays, the fill turns to a fine grey hatch. */
  stale?: boolean
}

// In a 14 box and optically equal: ● 11.2 across, ▲ 13.4 × 11.6, ◆ 12.8 across.
const outlines: Record<Colour, string> = {
  red: 'M7 .6 13.4 7 7 13.4.6 7z',
  yellow: 'M7 1.2 13.7 12.8H.3z',
  blue: 'M7 1.4a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 1 1 7 1.4z',
}

// Diagonals of the hatch, cut to each form by hand, so that no pattern has to be shared through ids.
const hatches: Record<Colour, string> = {
  red: 'M3.8 3.8 10.2 10.2M5.4 2.2 11.8 8.6M2.2 5.4 8.6 11.8',
  yellow: 'M7 4 11.9 12.3M5 7.5 9 11.9M3.5 10 5.2 11.9',
  blue: 'M3.2 3.2 10.8 10.8M5.5 2 12 8.5M2 5.5 8.5 12',
}

/** ● ▲ ◆, the form that stands beside every colour. The word stands beside it, so the form itself is not read aloud. */
export function AlertShape({ colour, size = 14, stale = false }: AlertShapeProps) {
  const className = `ui-alert-shape ${stale ? 'is-stale' : `is-${colour}`}`
  return (
    <svg className={className} width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      <path d={outlines[colour]} />
      {stale && <path className="ui-alert-shape-hatch" d={hatches[colour]} />}
    </svg>
  )
}
