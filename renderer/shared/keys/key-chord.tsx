import { KeyCap } from '../ui/key-cap.tsx'

const short: Partial<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
}

/** A press of a `KeyCommand` as a key cap: `Alt+R` as `Alt R`, `ArrowDown` as `↓`. */
export function KeyChord({ chord, bare = false }: { chord: string; bare?: boolean }) {
  return <KeyCap bare={bare}>{chordText(chord)}</KeyCap>
}

/** A press with the short names of its keys. */
function chordText(chord: string): string {
  const parts = chord === '+' ? [chord] : chord.split('+')
  return parts.map((part) => short[part] ?? part).join(' ')
}
