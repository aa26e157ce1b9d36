import { useSyncExternalStore } from 'react'
import type { Session, SessionUser } from '../../hub-server/contract/session.ts'
import type { HubAnswer } from './hub-failure.ts'
import { shareSession, type SessionSharing } from './share-session.ts'

export type SessionState =
  { phase: 'signedOut'; expired: boolean } | { phase: 'signedIn'; token: string; user: SessionUser; expiresAt: string }

const storageKey = 'fengqiao.session'
const nameKey = 'fengqiao.lastAccount'
const listeners = new Set<() => void>()
let state: SessionState = { phase: 'signedOut', expired: false }
let sharing: SessionSharing | undefined

// What speaks to the hub parses its answers and is fetched after the first drawing, so that the sign-in is there at once.
const requests = () => import('./session-requests.ts')

/** Takes up the session this window had before a reload and asks the hub whether it still holds. While the hub does not answer, it stays. */
export async function startSession(): Promise<void> {
  const text = read(sessionStorage, storageKey)
  if (text !== null && !(await takeUp(text))) drop(sessionStorage, storageKey)
  sharing = shareSession({
    present: sessionHere,
    take: (session) => void takeUp(JSON.stringify(session), isForThisWindow),
    ended: (token) => {
      if (currentToken() === token) forget(false)
    },
  })
}

/** A session of before a reload or of another window: it holds at once, and the hub is asked whether it still does. */
async function takeUp(text: string, isWanted: (session: Session) => boolean = () => true): Promise<boolean> {
  const { parseKeptSession } = await requests()
  const kept = parseKeptSession(text)
  if (kept === null || state.phase === 'signedIn' || !isWanted(kept)) return false
  store(sessionStorage, storageKey, JSON.stringify(kept))
  become({ phase: 'signedIn', ...kept })
  void checkSession(kept.token)
  return true
}

/** Signs in at the hub. Refusals: `auth.failed`, `auth.locked` (with the seconds to wait), `rate.limited`, `input.invalid`. */
export async function signIn(username: string, password: string, otp?: string): Promise<HubAnswer<Session>> {
  const { openSession } = await requests()
  const answer = await openSession({ username, password, ...(otp !== undefined && { otp }) })
  if (answer.ok) {
    const { token, user, expiresAt } = answer.value
    store(sessionStorage, storageKey, JSON.stringify(answer.value))
    store(localStorage, nameKey, username)
    become({ phase: 'signedIn', token, user, expiresAt })
    sharing?.offer(answer.value)
  }
  return answer
}

/** Ends the session here at once, and at the hub as soon as it answers. */
export async function signOut(): Promise<void> {
  if (state.phase === 'signedOut') return
  const { token } = state
  forget(false)
  sharing?.end(token)
  const { endSession } = await requests()
  await endSession(token)
}

/** The hub has said that the session no longer holds (401, or the socket was ended for it). */
export function sessionExpired(): void {
  if (state.phase === 'signedIn') forget(true)
}

export function useSession(): SessionState {
  return useSyncExternalStore(subscribe, () => state)
}

/** The present session outside a component. */
export function currentSession(): SessionState {
  return state
}

/** The account that signed in last on this machine, if any; never its password. */
export function lastAccount(): string {
  return read(localStorage, nameKey) ?? ''
}

async function checkSession(token: string): Promise<void> {
  const { readSession } = await requests()
  const answer = await readSession(token)
  if (currentToken() !== token) return
  if (answer.ok) become({ phase: 'signedIn', token, ...answer.value })
  else if (answer.failure.kind === 'refused' && answer.failure.problem.status === 401) forget(true)
}

/** A wall's own account opens walls and nothing else: a desk beside it still asks who works there. */
function isForThisWindow({ user }: Session): boolean {
  return user.roles.some((role) => role !== 'wall') || window.location.hash.startsWith('#/wall')
}

function sessionHere(): Session | null {
  if (state.phase === 'signedOut') return null
  const { token, user, expiresAt } = state
  return { token, user, expiresAt }
}

function currentToken(): string | null {
  return state.phase === 'signedIn' ? state.token : null
}

function forget(expired: boolean) {
  drop(sessionStorage, storageKey)
  become({ phase: 'signedOut', expired })
}

function become(next: SessionState) {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

// A browser may forbid storage; the session then lasts until the window reloads.
function read(storage: Storage, key: string): string | null {
  try {
    return storage.getItem(key)
  } catch {
    return null
  }
}

function store(storage: Storage, key: string, value: string) {
  try {
    storage.setItem(key, value)
  } catch {
    return
  }
}

function drop(storage: Storage, key: string) {
  try {
    storage.removeItem(key)
  } catch {
    return
  }
}
