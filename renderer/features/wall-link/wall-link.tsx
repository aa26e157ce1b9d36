import type { ReactNode } from 'react'
import { StationProvider } from '../../hub/station.tsx'

const boards = [{ board: 'alerts' }, { board: 'areas' }, { board: 'numbers' }, { board: 'links' }] as const

/** A wall's link to its hub: counts, alerts and links of the centre, never a case. */
export function WallLink({ children }: { children: ReactNode }) {
  return (
    <StationProvider namespace="/wall" boards={boards}>
      {children}
    </StationProvider>
  )
}
