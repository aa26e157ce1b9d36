/** A piece of a text; `found` pieces are what was looked for. */
export interface Piece {
  readonly text: string
  readonly found: boolean
}

/** Cuts a text at the words looked for, without regard to case. Words are separated by spaces. */
export function highlight(text: string, words: string): readonly Piece[] {
  const wanted = words
    .trim()
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => word.toLowerCase())
  const low = text.toLowerCase()
  const found = new Array<boolean>(text.length).fill(false)
  for (const word of wanted)
    for (let at = low.indexOf(word); at !== -1; at = low.indexOf(word, at + 1)) found.fill(true, at, at + word.length)
  const pieces: { text: string; found: boolean }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const last = pieces.at(-1)
    const isFound = found[at] ?? false
    if (last?.found === isFound) last.text += text.charAt(at)
    else pieces.push({ text: text.charAt(at), found: isFound })
  }
  return pieces
}
