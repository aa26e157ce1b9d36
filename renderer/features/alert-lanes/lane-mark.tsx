import type { AlertColour } from '../../../hub-server/contract/vocabulary.ts'

const outlines: Readonly<Record<AlertColour, string>> = {
  red: 'M12 1 23 12 12 23 1 12z',
  yellow: 'M12 2.5 23 21.5H1z',
  blue: 'M12 1.5a10.5 10.5 0 1 1 0 21 10.5 10.5 0 1 1 0-21z',
}

/** The mark of a row: the shape of its lane, the red one with its number. Stale, the shape is a dashed outline. */
export function LaneMark({ colour, number, stale }: { colour: AlertColour; number: number | null; stale: boolean }) {
  return (
    <svg className="wall-mark" data-colour={colour} data-stale={stale} viewBox="0 0 24 24" aria-hidden="true">
      <path d={outlines[colour]} />
      {number !== null && (
        <text x="12" y="16.8">
          {number}
        </text>
      )}
    </svg>
  )
}
