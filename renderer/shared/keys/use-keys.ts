import { useEffect, useState, useSyncExternalStore } from 'react'
import { currentSettings } from '../settings/settings.ts'
import type { KeyCommand, KeyScope } from './key-command.ts'
import { createKeyRegistry, type KeyHolding, type KeyRefusal, type KeyRegistry } from './key-registry.ts'

/** The keys of this window. Components bring theirs by `useKeys`. */
export const keyRegistry: KeyRegistry = createKeyRegistry(
  (press) => {
    window.addEventListener('keydown', press)
    return () => {
      window.removeEventListener('keydown', press)
    }
  },
  () => currentSettings().singleKeys,
)

/**
 * Holds commands in a scope while the component is drawn. Give a fresh array at each drawing: handlers are then always the present ones.
 * With `active` false nothing is held.
 */
export function useKeys(scope: KeyScope, commands: readonly KeyCommand[], active = true): void {
  const [token] = useState(() => ({}))
  useEffect(() => {
    if (active) keyRegistry.put({ token, scope, commands })
    else keyRegistry.drop(token)
  })
  useEffect(
    () => () => {
      keyRegistry.drop(token)
    },
    [token],
  )
}

/** What holds now, the innermost scope first, for those who show keys. */
export function useKeyHoldings(): readonly KeyHolding[] {
  return useSyncExternalStore(keyRegistry.subscribe, keyRegistry.holdings)
}

/** The last key that was pressed in vain, until the next one that does something. */
export function useKeyRefusal(): KeyRefusal | null {
  return useSyncExternalStore(keyRegistry.subscribe, keyRegistry.refusal)
}
