/**
 * A thing that can be done by key. The keys in the status bar, the key sheet and the handler all come from the same command, so that what
 * is written on the screen is what the key does.
 */
export interface KeyCommand {
  /** `list.next`; one thing has one id. */
  readonly id: string
  /**
   * As a press is written: a character in upper case (`J`, `.`, `?`, `1`), a named key (`Enter`, `ArrowDown`, `PageUp`, `Escape`), with
   * `Ctrl+`, `Alt+`, `Shift+` before it in this order. The first one is the one shown.
   */
  readonly keys: readonly [string, ...string[]]
  /** What it does, in the present language. */
  readonly label: string
  readonly run: () => void
  /** Why it cannot be done now. The key then tells the reason instead of doing anything. */
  readonly refusal?: string | null
  /** Holding the key down repeats it. */
  readonly repeat?: boolean
  /** Its place among the keys of the status bar; commands without one stand in the sheet only. */
  readonly hint?: number
}

/**
 * Where commands hold, innermost last. On a screen `station`, `list` and `case` hold at the same time; a key that two of them claim goes to
 * the innermost. A `layer` (search, a menu, the key sheet, a form over the screen) leaves no key to those below it.
 */
export const keyScopes = ['station', 'list', 'case', 'layer'] as const
export type KeyScope = (typeof keyScopes)[number]

/** One press in the writing of `KeyCommand.keys`. */
export function chordOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>) {
  const name = nameOf(event)
  // Shift made the character itself (`?`), or stands before a letter or a named key (`Shift+F`).
  const withShift = event.shiftKey && (name.length > 1 || /[A-Z]/.test(name))
  const before = [event.ctrlKey || event.metaKey ? 'Ctrl+' : '', event.altKey ? 'Alt+' : '', withShift ? 'Shift+' : '']
  return before.join('') + name
}

/** A single character without Ctrl or Alt: it would be text in a field, and a slip of the hand anywhere else. */
export function isSingle(chord: string): boolean {
  return chord.length === 1
}

// With Alt some machines give the letter of another alphabet, so the place of the key counts.
function nameOf({ key, code, altKey }: Pick<KeyboardEvent, 'key' | 'code' | 'altKey'>): string {
  const place = altKey ? /^(?:Key|Digit)([A-Z0-9])$/.exec(code)?.[1] : undefined
  return place ?? fullWidth[key] ?? (key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key)
}

/** What a Chinese input method makes of the marks that are keys here. */
const fullWidth: Partial<Record<string, string>> = { '。': '.', '？': '?', '、': '/', '，': ',', '【': '[', '】': ']' }
