import type { ReactNode } from 'react'
import type { FollowedBoard } from '../../../hub-server/contract/station.ts'
import { StationProvider } from '../../hub/station.tsx'

const boards: readonly FollowedBoard[] = [{ board: 'cases' }, { board: 'numbers' }, { board: 'areas' }]

/** Links a desk to its hub: all open cases of the person's scope, the numbers, and the counts by area for the map of a case, for everything drawn inside. */
export function DeskLink({ children }: { children: ReactNode }) {
  return (
    <StationProvider namespace="/desk" boards={boards}>
      {children}
    </StationProvider>
  )
}
