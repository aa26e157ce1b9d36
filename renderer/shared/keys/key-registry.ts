/** All that can be done by key in a window at this moment: one place decides what a press means. */
import { chordOf, isSingle, keyScopes, type KeyCommand, type KeyScope } from './key-command.ts'

/** The commands one component holds. `token` stands for the component; later ones of a scope lie above earlier ones. */
export interface KeyHolding {
  readonly token: object
  readonly scope: KeyScope
  readonly commands: readonly KeyCommand[]
}

/** A key that was pressed and whose command cannot be done now. */
export interface KeyRefusal {
  readonly label: string
  readonly reason: string
}

export interface KeyConflict {
  readonly scope: KeyScope
  readonly key: string
  readonly ids: readonly [string, string]
}

export interface KeyRegistry {
  /** Takes a component's commands, or their present form; handlers may change without anybody being told. */
  readonly put: (holding: KeyHolding) => void
  readonly drop: (token: object) => void
  /** Does what a press means. True when it meant something here. */
  readonly press: (event: KeyboardEvent) => boolean
  /** What holds now, the innermost scope first, to be shown; the same array until something shown changes. */
  readonly holdings: () => readonly KeyHolding[]
  /** Two meanings of one key in one scope: a mistake of ours, which a test looks for. */
  readonly conflicts: () => readonly KeyConflict[]
  readonly refusal: () => KeyRefusal | null
  readonly subscribe: (listener: () => void) => () => void
}

/** `hear` attaches the door for presses and gives back how to detach it; `singles` says whether single characters act. */
export function createKeyRegistry(
  hear: (press: (event: KeyboardEvent) => void) => () => void,
  singles: () => boolean,
): KeyRegistry {
  const listeners = new Set<() => void>()
  let held: readonly KeyHolding[] = []
  let sorted: readonly KeyHolding[] = []
  let shown: readonly KeyHolding[] = []
  let told: KeyRefusal | null = null
  let deaf: (() => void) | null = null

  const change = (next: readonly KeyHolding[], silent = false) => {
    held = next
    sorted = innermostFirst(next)
    if (next.length > 0 && deaf === null) deaf = hear((event) => void press(event))
    if (next.length === 0) {
      deaf?.()
      deaf = null
    }
    if (silent) return
    shown = sorted
    tell()
  }
  const tell = () => {
    for (const listener of listeners) listener()
  }
  const say = (refusal: KeyRefusal | null) => {
    if (told === refusal) return
    told = refusal
    tell()
  }
  const press = (event: KeyboardEvent) => {
    const command = commandFor(event, sorted, singles())
    if (command === undefined) return false
    event.preventDefault()
    if (event.repeat && command.repeat !== true) return true
    const { refusal = null } = command
    say(refusal === null ? null : { label: command.label, reason: refusal })
    if (refusal === null) command.run()
    return true
  }

  return {
    put: (holding) => {
      change(...withHolding(held, holding))
    },
    drop: (token) => {
      change(held.filter((each) => each.token !== token))
    },
    press,
    holdings: () => shown,
    conflicts: () => keyScopes.flatMap((scope) => conflictsIn(held, scope)),
    refusal: () => told,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** What is held with a component's commands in their place, and whether it looks as before. */
function withHolding(held: readonly KeyHolding[], holding: KeyHolding): [readonly KeyHolding[], boolean] {
  const before = held.find(({ token }) => token === holding.token)
  if (before === undefined) return [[...held, holding], false]
  return [held.map((each) => (each === before ? holding : each)), looksOf(before) === looksOf(holding)]
}

/** The uppermost layer alone, or all that holds without one. */
function innermostFirst(held: readonly KeyHolding[]): readonly KeyHolding[] {
  const layer = held.findLast(({ scope }) => scope === 'layer')
  if (layer !== undefined) return [layer]
  return keyScopes.toReversed().flatMap((scope) => held.filter((holding) => holding.scope === scope).toReversed())
}

function commandFor(event: KeyboardEvent, holdings: readonly KeyHolding[], singles: boolean): KeyCommand | undefined {
  if (event.defaultPrevented || event.isComposing || event.key === 'Process') return undefined
  const chord = chordOf(event)
  if ((isSingle(chord) && !singles) || belongsToFocus(event, chord)) return undefined
  for (const { commands } of holdings) {
    const command = commands.find(({ keys }) => keys.includes(chord))
    if (command !== undefined) return command
  }
  return undefined
}

/** Layers cover one another, so within that scope only the commands of one holding can clash. */
function conflictsIn(held: readonly KeyHolding[], scope: KeyScope): KeyConflict[] {
  const groups = held.filter((holding) => holding.scope === scope).map(({ commands }) => commands)
  const together = scope === 'layer' ? groups : [groups.flat()]
  return together.flatMap((commands) => {
    const owners = new Map<string, string>()
    return commands.flatMap(({ id, keys }) =>
      keys.flatMap((key): KeyConflict[] => {
        const owner = owners.get(key)
        owners.set(key, owner ?? id)
        return owner === undefined || owner === id ? [] : [{ scope, key, ids: [owner, id] }]
      }),
    )
  })
}

/** What the screen shows of a holding. */
function looksOf({ scope, commands }: KeyHolding): string {
  return JSON.stringify([scope, commands.map(({ id, keys, label, refusal, hint }) => [id, keys, label, refusal, hint])])
}

/**
 * A press that the focused thing itself understands: text in a field, Enter on a button, arrows in a group of choices. An element marked
 * `data-keys="own"` (a part that scrolls) keeps all moves; a field marked `data-keys="list"` leaves up, down and Enter to its list.
 */
function belongsToFocus({ target }: KeyboardEvent, chord: string): boolean {
  if (!(target instanceof Element)) return false
  const moves = /^(Shift\+)?(Arrow\w+|Home|End|PageUp|PageDown|Space)$/.test(chord)
  const marked = target.closest<HTMLElement>('[data-keys]')?.dataset['keys']
  if (marked === 'list' && /^(ArrowUp|ArrowDown|PageUp|PageDown|Enter)$/.test(chord)) return false
  if (isTextField(target)) return isSingle(chord) || moves || /^(Shift\+)?(Enter|Backspace|Delete)$/.test(chord)
  if (marked === 'own' && moves) return true
  if (target.closest('input') !== null) return moves || chord === 'Enter'
  if (target.closest('button, a[href], summary, [role="menuitem"], [role="tab"]') !== null)
    return chord === 'Enter' || chord === 'Space'
  return false
}

const notText = ['radio', 'checkbox', 'button', 'submit', 'reset']

function isTextField(target: Element): boolean {
  const input = target.closest('input')
  if (input !== null) return !notText.includes(input.type)
  return target.closest('textarea, select, [contenteditable]:not([contenteditable="false"])') !== null
}
