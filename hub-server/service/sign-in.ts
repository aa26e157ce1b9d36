/** Who one is: signing in by password, the session it opens, and what a token means. Every sign-in, failure, lock and end is audited. */
import { createHash } from 'node:crypto'
import { instantOf, msOf, type Instant } from '../contract/instant.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { SessionUser } from '../contract/session.ts'
import type { Principal } from '../domain/access.ts'
import type { Account } from '../store/accounts.ts'
import type { Hub } from './hub.ts'
import { hashPassword, isOutdated, passwordMatches, pretendToCheck } from './passwords.ts'

export interface SignedIn {
  readonly token: string
  readonly expiresAt: Instant
  readonly user: SessionUser
}

export interface OpenSession {
  /** SHA-256 of the token: names the session without opening it. */
  readonly id: string
  readonly principal: Principal
  readonly user: SessionUser
  readonly expiresAt: Instant
}

/** A shift and its hand-over. */
const sessionHours = 14
/** A wall hangs where nobody signs in again every day; it shows counts and gives no command. */
const wallSessionHours = 30 * 24
const failuresToLock = 5
/** The first lock, in minutes; each further five failures double it, up to four hours. */
const firstLockMinutes = 15
const longestLockMinutes = 240
/** Failures are answered at the next full step, so that neither an unknown name nor an account's hash cost shows in the time. */
const answerStepMs = 100

/** Opens a session. Refusals: `auth.failed` (unknown name and wrong password alike), `auth.locked` with the seconds to wait. */
export async function signIn(
  hub: Hub,
  { username, password }: { username: string; password: string },
  from = '',
): Promise<Answer<SignedIn>> {
  const startedAt = performance.now()
  const account = hub.ledger.accounts.byUsername(username)
  const lockedUntilMs = account?.lockedUntilMs ?? strangersOf(hub).get(username)?.lockedUntilMs ?? 0
  if (lockedUntilMs > msOf(hub.now())) return locked(hub, lockedUntilMs)
  const matches =
    account === undefined || account.disabled
      ? await pretendToCheck(password)
      : await passwordMatches(account.passwordHash, password)
  if (account !== undefined && matches) return begin(hub, account, password, from)
  const answer = await countFailure(hub, username, account, from)
  const tookMs = performance.now() - startedAt
  await new Promise((resolve) => setTimeout(resolve, answerStepMs - (tookMs % answerStepMs)))
  return answer
}

/** Ends a session; harmless when it has ended already. */
export async function signOut(hub: Hub, token: string): Promise<void> {
  const session = sessionOf(hub, token)
  await hub.commits.submit(() => {
    const ended = hub.ledger.accounts.endSession(hashOfSecret(token))
    if (ended && session) audit(hub, session.principal, 'session.end', session.principal.actor.id, {})
  })
}

/** The session of a token while it lasts; undefined for anything else. */
export function sessionOf(hub: Hub, token: string): OpenSession | undefined {
  return sessionById(hub, hashOfSecret(token))
}

/** The session by its id (the hash of its token), for a connection that was opened with it. */
export function sessionById(hub: Hub, id: string): OpenSession | undefined {
  const session = hub.ledger.accounts.session(id)
  if (session === undefined || session.expires <= msOf(hub.now())) return undefined
  const account = hub.ledger.accounts.byId(session.account_id)
  if (account === undefined || account.disabled) return undefined
  return { id, principal: principalOf(account), user: userOf(hub, account), expiresAt: instantOf(session.expires) }
}

/** Only this goes to the disk: a stolen file opens no session. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex')
}

function principalOf({ id, roles, division, unit }: Account): Principal {
  return {
    actor: { kind: 'person', id, ...(unit !== null && { unit }), centre: division },
    roles,
    division,
    unit,
  }
}

function begin(hub: Hub, account: Account, password: string, from: string): Promise<Answer<SignedIn>> {
  return renewed(account, password).then((newHash) =>
    hub.commits.submit(() => {
      const { accounts } = hub.ledger
      // Guesses that ran at the same time may have locked it meanwhile.
      const lockedUntilMs = accounts.byId(account.id)?.lockedUntilMs ?? 0
      const nowMs = msOf(hub.now())
      if (lockedUntilMs > nowMs) return locked(hub, lockedUntilMs)
      if (newHash !== undefined) accounts.setPassword(account.id, newHash)
      else if (account.failures > 0) accounts.setFailures(account.id, 0, 0)
      const token = Buffer.from(hub.randomBytes(32)).toString('base64url')
      const isWall = account.roles.every((role) => role === 'wall')
      const expiresMs = nowMs + (isWall ? wallSessionHours : sessionHours) * 3_600_000
      accounts.endExpired(nowMs)
      accounts.beginSession(hashOfSecret(token), account.id, nowMs, expiresMs)
      audit(hub, principalOf(account), 'session.begin', account.id, { from })
      return granted({ token, expiresAt: instantOf(expiresMs), user: userOf(hub, account) })
    }),
  )
}

async function renewed(account: Account, password: string): Promise<string | undefined> {
  return isOutdated(account.passwordHash, account.roles) ? hashPassword(password, account.roles) : undefined
}

function countFailure(
  hub: Hub,
  username: string,
  account: Account | undefined,
  from: string,
): Promise<Answer<SignedIn>> {
  const stranger = account === undefined ? oneMore(hub, strangersOf(hub).get(username)) : undefined
  if (stranger !== undefined) rememberStranger(hub, username, stranger)
  return hub.commits.submit(() => {
    const known = account === undefined ? undefined : hub.ledger.accounts.byId(account.id)
    const { failures, lockedUntilMs } = stranger ?? oneMore(hub, known)
    if (known !== undefined) hub.ledger.accounts.setFailures(known.id, failures, lockedUntilMs)
    const who: Principal = { actor: { kind: 'system', id: 'sign-in' }, roles: [], division: null, unit: null }
    // What was typed as a name may be a password: an unknown one is not written down.
    const object = known?.id ?? 'unknown'
    audit(hub, who, 'session.failed', object, { from, failures })
    if (lockedUntilMs === 0) return refused('auth.failed')
    audit(hub, who, 'account.locked', object, { from, until: instantOf(lockedUntilMs) })
    return locked(hub, lockedUntilMs)
  })
}

function oneMore(hub: Hub, before: { readonly failures: number } | undefined): Stranger {
  const failures = (before?.failures ?? 0) + 1
  return { failures, lockedUntilMs: failures % failuresToLock === 0 ? msOf(hub.now()) + lockMs(failures) : 0 }
}

function lockMs(failures: number): number {
  const times = failures / failuresToLock - 1
  return Math.min(firstLockMinutes * 2 ** times, longestLockMinutes) * 60_000
}

function locked(
  hub: Hub,
  untilMs: number,
): { ok: false; refusal: { code: 'auth.locked'; facts: { seconds: number } } } {
  const seconds = Math.max(1, Math.ceil((untilMs - msOf(hub.now())) / 1000))
  return { ok: false, refusal: { code: 'auth.locked', facts: { seconds } } }
}

function userOf(hub: Hub, account: Account): SessionUser {
  const division = hub.reference.divisions.get(account.division) ?? hub.centre
  const unit = account.unit === null ? undefined : hub.reference.units.get(account.unit)
  return {
    id: account.id,
    name: account.name,
    roles: [...account.roles],
    centre: { code: division.code, name: division.name, tier: division.tier },
    ...(account.unit !== null && { unit: { code: account.unit, name: unit?.name ?? account.unit } }),
  }
}

function audit(hub: Hub, who: Principal, action: string, object: string, detail: Record<string, unknown>): void {
  hub.ledger.audit.append({ at: hub.now(), actor: who.actor, action, object, detail })
}

interface Stranger {
  readonly failures: number
  readonly lockedUntilMs: number
}

/** Names that are no account lock like accounts do, or the lock would tell which names exist. Kept in memory, the newest 10,000. */
const strangers = new WeakMap<Hub, Map<string, Stranger>>()
const mostStrangers = 10_000

function strangersOf(hub: Hub): Map<string, Stranger> {
  const known = strangers.get(hub) ?? new Map<string, Stranger>()
  strangers.set(hub, known)
  return known
}

function rememberStranger(hub: Hub, username: string, stranger: Stranger): void {
  const known = strangersOf(hub)
  known.delete(username)
  known.set(username, stranger)
  const [oldest] = known.keys()
  if (known.size > mostStrangers && oldest !== undefined) known.delete(oldest)
}
