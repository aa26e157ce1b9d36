import { useEffect, useState } from 'react'

/** Whether caps lock was on at the last key; nobody can ask before a key was pressed. */
export function useCapsLock(): boolean {
  const [on, setOn] = useState(false)
  useEffect(() => {
    function note(event: Event) {
      // A browser that fills in a password sends a `keydown` that is no KeyboardEvent.
      if (event instanceof KeyboardEvent) setOn(event.getModifierState('CapsLock'))
    }
    window.addEventListener('keydown', note)
    window.addEventListener('keyup', note)
    return () => {
      window.removeEventListener('keydown', note)
      window.removeEventListener('keyup', note)
    }
  }, [])
  return on
}
