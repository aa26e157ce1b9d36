import type { ReactNode } from 'react'
import './hatch.css'

/** Grey and hatch mean "this was true then": puts its content on the hatch, with all words one step quieter. */
export function Hatch({ children, className }: { children?: ReactNode; className?: string }) {
  return <div className={className === undefined ? 'ui-hatch' : `ui-hatch ${className}`}>{children}</div>
}
