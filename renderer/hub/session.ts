import { useSyncExternalStore } from 'react'
import { z } from 'zod'
import { msOf } from '../../hub-server/contract/instant.ts'
import {
  currentSessionSchema,
  sessionSchema,
  type Session,
  type SessionUser,
} from '../../hub-server/contract/session.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { askHub, type HubAnswer } from './ask-hub.ts'

export type SessionState =
  { phase: 'signedOut'; expired: boolean } | { phase: 'signedIn'; token: string; user: SessionUser; expiresAt: string }

const storageKey = 'fengqiao.session'
const nameKey = 'fengqiao.lastAccount'
const listeners = new Set<() => void>()
let state: SessionState = { phase: 'signedOut', expired: false }

/** Takes up the session this window had before a reload and asks the hub whether it still holds. While the hub does not answer, it stays. */
export function startSession(): void {
  const stored = storedSession()
  if (stored === null) return
  become({ phase: 'signedIn', ...stored })
  void checkSession()
}

/** Signs in at the hub. Refusals: `auth.failed`, `auth.locked` (with the seconds to wait), `rate.limited`, `input.invalid`. */
export async function signIn(username: string, password: string, otp?: string): Promise<HubAnswer<Session>> {
  const answer = await askHub({
    method: 'POST',
    path: '/session',
    body: { username, password, ...(otp !== undefined && { otp }) },
    answer: sessionSchema,
  })
  if (answer.ok) {
    const { token, user, expiresAt } = answer.value
    store(sessionStorage, storageKey, JSON.stringify(answer.value))
    store(localStorage, nameKey, username)
    become({ phase: 'signedIn', token, user, expiresAt })
  }
  return answer
}

/** Ends the session here at once, and at the hub as soon as it answers. */
export async function signOut(): Promise<void> {
  const { phase } = state
  if (phase === 'signedOut') return
  const { token } = state
  forget(false)
  await askHub({ method: 'DELETE', path: '/session', token, answer: z.unknown() })
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

async function checkSession(): Promise<void> {
  if (state.phase === 'signedOut') return
  const { token } = state
  const answer = await askHub({ path: '/session', token, answer: currentSessionSchema })
  if (currentToken() !== token) return
  if (answer.ok) become({ phase: 'signedIn', token, ...answer.value })
  else if (answer.failure.kind === 'refused' && answer.failure.problem.status === 401) forget(true)
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

function storedSession(): Session | null {
  const text = read(sessionStorage, storageKey)
  if (text === null) return null
  const parsed = sessionSchema.safeParse(jsonOf(text))
  if (!parsed.success || msOf(parsed.data.expiresAt) <= hubClock.now()) {
    drop(sessionStorage, storageKey)
    return null
  }
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
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
