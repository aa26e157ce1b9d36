import './signal-bar.css'

const segments = { red: 3, yellow: 2, blue: 1 } as const

/** The pattern beside shape and word: at a row's left edge, from the bottom, three segments red, two yellow, one blue, none when calm. */
export function SignalBar({ colour, stale = false }: { colour: keyof typeof segments | null; stale?: boolean }) {
  const count = colour === null ? 0 : segments[colour]
  return (
    <span className={`ui-signal-bar ${stale ? 'is-stale' : `is-${colour ?? 'calm'}`}`} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => (
        <i key={index} />
      ))}
    </span>
  )
}
