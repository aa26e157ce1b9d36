import type { ReactNode } from 'react'
import './key-cap.css'

/** A key as it stands beside what it does. `bare` without border: before a name in a list. */
export function KeyCap({ children, bare = false }: { children: ReactNode; bare?: boolean }) {
  return <kbd className={bare ? 'ui-key-cap is-bare' : 'ui-key-cap'}>{children}</kbd>
}
