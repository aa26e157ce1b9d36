import type { ReactNode } from 'react'

const outlineOf = {
  red: 'M12 0 24 12 12 24 0 12Z',
  yellow: 'M12 2 23 22H1Z',
  blue: 'M12 2a10 10 0 1 0 0 20 10 10 0 1 0 0-20Z',
}

/** The shape of an alert colour beside a count: ◆ ▲ ●. The shape alone tells the colour; the label says it in words. */
export function MarkShape({ colour, label }: { colour: 'red' | 'yellow' | 'blue'; label: string }): ReactNode {
  return (
    <svg className="county-map-shape" data-colour={colour} viewBox="0 0 24 24" role="img" aria-label={label}>
      <path d={outlineOf[colour]} />
    </svg>
  )
}
