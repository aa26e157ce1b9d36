/** Rings after a commit and carries nothing. A missed ring costs nothing: every reader goes on from its own cursor. */
export interface Bell {
  ring: () => void
  /** Gives the function that stops listening. */
  onRing: (listener: () => void) => () => void
}

export function makeBell(): Bell {
  const listeners = new Set<() => void>()
  return {
    ring: () => {
      for (const listener of listeners) listener()
    },
    onRing: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
