/** The window's link to its hub, for every component below. Opened when somebody is signed in, closed with the session. */
import { QueryClientProvider } from '@tanstack/react-query'
import { createContext, useContext, useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react'
import type { FollowedBoard } from '../../hub-server/contract/station.ts'
import { createBoardStore, type BoardStore, type FollowedBoardName } from './board-store.ts'
import { createCommandQueue, type CommandQueue, type QueuedCommand } from './command-queue.ts'
import { hubAddress } from './hub-address.ts'
import { createQueryClient } from './hub-query.ts'
import type { LinkState } from './link-state.ts'
import { sessionExpired, useSession } from './session.ts'
import { openStationLink, type StationLink } from './station-link.ts'

interface Station {
  readonly link: StationLink | null
  readonly queue: CommandQueue | null
}

const StationContext = createContext<Station>({ link: null, queue: null })
const noBoards: BoardStore = createBoardStore(() => undefined)
const nothingQueued: readonly QueuedCommand[] = []
const notYet: LinkState = { phase: 'connecting', since: 0 }

/** `boards` should be the same array from drawing to drawing: another one follows anew. */
export function StationProvider({
  namespace,
  boards,
  children,
}: {
  namespace: '/desk' | '/wall'
  boards: readonly FollowedBoard[]
  children: ReactNode
}) {
  const session = useSession()
  const token = session.phase === 'signedIn' ? session.token : null
  const [station, setStation] = useState<Station>({ link: null, queue: null })
  const [queries] = useState(createQueryClient)

  useEffect(() => {
    if (token === null) return undefined
    let open: StationLink | undefined
    let gone = false
    void hubAddress().then((address) => {
      if (gone || address === null) return
      const link = openStationLink({ address, namespace, token, onEnded: sessionExpired })
      const queue = createCommandQueue(link.command, () => crypto.randomUUID(), Date.now)
      let wasLive = false
      link.subscribe(() => {
        const isLive = link.state().phase === 'live'
        if (isLive && !wasLive) queue.wake()
        wasLive = isLive
      })
      open = link
      setStation({ link, queue })
    })
    return () => {
      gone = true
      open?.close()
      setStation({ link: null, queue: null })
    }
  }, [token, namespace])

  useEffect(() => {
    station.link?.follow(boards)
  }, [station.link, boards])

  return (
    <StationContext value={station}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </StationContext>
  )
}

/** Rows of a board as the hub sent them, by id. The map is a new one only when it changed. */
export function useBoard<B extends FollowedBoardName>(board: B) {
  const { link } = useContext(StationContext)
  const store = link?.boards ?? noBoards
  return useSyncExternalStore(store.subscribe, () => store.rows(board))
}

/** How the window stands with its hub. */
export function useLinkState(): LinkState {
  const { link } = useContext(StationContext)
  return useSyncExternalStore(link?.subscribe ?? subscribeToNothing, () => link?.state() ?? notYet)
}

/** Gives commands, and shows those that are on their way. */
export function useCommands() {
  const { link, queue } = useContext(StationContext)
  const queued = useSyncExternalStore(queue?.subscribe ?? subscribeToNothing, () => queue?.queued() ?? nothingQueued)
  return useMemo(() => ({ give: queue?.give ?? null, queued, tryNow: link?.tryNow ?? null }), [queue, queued, link])
}

function subscribeToNothing() {
  return () => undefined
}
