/** Keys of other programs that hand appeals in. A key is shown once, when it is made; only its hash is kept. */
import type { Actor } from '../contract/actor.ts'
import { instantOf, msOf, type Instant } from '../contract/instant.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import { commandLine } from './accounts.ts'
import type { Hub } from './hub.ts'
import { hashOfSecret } from './sign-in.ts'

export interface KeySummary {
  readonly id: string
  readonly name: string
  readonly createdAt: Instant
  readonly revokedAt: Instant | null
}

/** Makes a key for a program. Its name must be free among the keys that still open. */
export function addKey(hub: Hub, name: string, by: Actor = commandLine): Promise<Answer<KeySummary & { key: string }>> {
  return insertKey(hub, name, `fq_${Buffer.from(hub.randomBytes(32)).toString('base64url')}`, by)
}

/** Writes a key whose text is known already. */
export function insertKey(
  hub: Hub,
  name: string,
  key: string,
  by: Actor = commandLine,
): Promise<Answer<KeySummary & { key: string }>> {
  return hub.commits.submit(() => {
    const words = name.trim()
    if (words === '' || words.length > 60) return badName('input.tooLong', { max: 60 })
    if (listKeys(hub).some((each) => each.name === words && each.revokedAt === null)) return badName('key.exists', {})
    const id = hub.newId()
    const nowMs = msOf(hub.now())
    hub.ledger.accounts.addKey(id, words, hashOfSecret(key), nowMs)
    hub.ledger.audit.append({ at: hub.now(), actor: by, action: 'key.add', object: id, detail: { name: words } })
    return granted({ id, name: words, createdAt: instantOf(nowMs), revokedAt: null, key })
  })
}

/** Ends a key, named by its id or name. */
export function revokeKey(hub: Hub, idOrName: string, by: Actor = commandLine): Promise<Answer<{ revoked: true }>> {
  return hub.commits.submit(() => {
    if (!hub.ledger.accounts.revokeKey(idOrName, msOf(hub.now()))) return badName('key.unknown', { key: idOrName })
    hub.ledger.audit.append({ at: hub.now(), actor: by, action: 'key.revoke', object: idOrName, detail: {} })
    return granted({ revoked: true as const })
  })
}

export function listKeys(hub: Hub): KeySummary[] {
  return hub.ledger.accounts.keys().map(({ id, name, created, revoked }) => ({
    id,
    name,
    createdAt: instantOf(created),
    revokedAt: revoked === null ? null : instantOf(revoked),
  }))
}

/** The program behind a key while it holds: it may hand appeals in and sees no case. */
export function principalOfKey(hub: Hub, key: string): Principal | undefined {
  const found = hub.ledger.accounts.keyByHash(hashOfSecret(key))
  if (found === undefined || found.revoked !== null) return undefined
  return { actor: { kind: 'program', id: found.id }, roles: [], division: null, unit: null }
}

function badName(reason: string, facts: Record<string, string | number>) {
  return refused('input.invalid', undefined, [{ path: 'name', reason, facts }])
}
