import { z } from 'zod'
import { msOf } from '../../hub-server/contract/instant.ts'
import { currentSessionSchema, sessionSchema, type Session } from '../../hub-server/contract/session.ts'
import { hubClock } from '../shared/time/hub-clock.ts'
import { askHub } from './ask-hub.ts'

export function openSession(body: { username: string; password: string; otp?: string }) {
  return askHub({ method: 'POST', path: '/session', body, answer: sessionSchema })
}

export function readSession(token: string) {
  return askHub({ path: '/session', token, answer: currentSessionSchema })
}

export function endSession(token: string) {
  return askHub({ method: 'DELETE', path: '/session', token, answer: z.unknown() })
}

/** The session kept over a reload, or `null` when it has ended or someone else wrote there. */
export function parseKeptSession(text: string): Session | null {
  const parsed = sessionSchema.safeParse(jsonOf(text))
  if (!parsed.success || msOf(parsed.data.expiresAt) <= hubClock.now()) return null
  return parsed.data
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
