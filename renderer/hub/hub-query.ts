/** Reads of the hub as queries: one cache of a signed-in window, errors that say what kind they are. */
import { QueryClient } from '@tanstack/react-query'
import { askHub, type HubRequest } from './ask-hub.ts'
import type { HubFailure } from './hub-failure.ts'
import { currentSession } from './session.ts'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: HubQueryError
  }
}

/** A read that brought nothing. `failure` tells refused, unreachable and unreadable apart. */
export class HubQueryError extends Error {
  override name = 'HubQueryError'
  readonly failure: HubFailure
  /** Machine time in ms. */
  readonly at: number

  constructor(failure: HubFailure) {
    super(failure.kind)
    this.failure = failure
    this.at = Date.now()
  }
}

/** What is read once stays until the boards say that it changed: nothing is asked again by a timer or by a click on the window. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // The window's own network flag knows nothing of a hub on this machine.
        networkMode: 'always',
      },
    },
  })
}

/** One read with the window's session; a question that holds words or a phone goes in a body. Throws `HubQueryError`. */
export async function readHub<T>(
  request: Pick<HubRequest<T>, 'method' | 'path' | 'body' | 'answer' | 'signal'>,
): Promise<T> {
  const session = currentSession()
  const answer = await askHub({ ...request, token: session.phase === 'signedIn' ? session.token : null })
  if (!answer.ok) throw new HubQueryError(answer.failure)
  return answer.value
}
