/**
 * One sign-in for all windows of a machine: a window that opens without a session asks the others of its origin, and one that is signed in
 * answers. So a wall follows its desk, without a mouse. Signing out ends the session in every window that holds it, and in no other.
 */
import type { Session } from '../../hub-server/contract/session.ts'

export interface SessionSharing {
  /** This window has signed in: those that have no session take it. */
  readonly offer: (session: Session) => void
  /** This window has signed out of the session with this token. */
  readonly end: (token: string) => void
}

export interface SharingWindow {
  /** The session this window can share; null while it has none. */
  readonly present: () => Session | null
  /** Another window's session. It is checked like one kept over a reload, for anything of this origin can speak here. */
  readonly take: (session: unknown) => void
  readonly ended: (token: string) => void
}

type Message =
  | { readonly kind: 'ask' }
  | { readonly kind: 'session'; readonly session: unknown }
  | { readonly kind: 'ended'; readonly token: string }

const channelName = 'fengqiao.session'

/** Joins the windows of this origin and asks them at once when this one has no session. A browser without channels shares nothing. */
export function shareSession({ present, take, ended }: SharingWindow): SessionSharing {
  if (typeof BroadcastChannel === 'undefined') return { offer: () => undefined, end: () => undefined }
  const channel = new BroadcastChannel(channelName)
  const say = (message: Message) => {
    channel.postMessage(message)
  }
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = messageOf(data)
    if (message === null) return
    const own = present()
    if (message.kind === 'ask' && own !== null) say({ kind: 'session', session: own })
    if (message.kind === 'session' && own === null) take(message.session)
    if (message.kind === 'ended') ended(message.token)
  }
  if (present() === null) say({ kind: 'ask' })
  return {
    offer: (session) => {
      say({ kind: 'session', session })
    },
    end: (token) => {
      say({ kind: 'ended', token })
    },
  }
}

function messageOf(data: unknown): Message | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'ask') return { kind: 'ask' }
  if (data.kind === 'session' && 'session' in data) return { kind: 'session', session: data.session }
  if (data.kind === 'ended' && 'token' in data && typeof data.token === 'string')
    return { kind: 'ended', token: data.token }
  return null
}
