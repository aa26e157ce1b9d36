/** The audit trail for the audit administrator: newest first, and the proof of its chain. */
import type { Actor } from '../contract/actor.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from './hub.ts'

export interface AuditItem {
  readonly seq: number
  readonly at: string
  readonly actor: Actor
  readonly action: string
  readonly object: string
  readonly detail: Record<string, unknown>
  readonly hash: string
}

/** Rows before a cursor. Only the audit administrator reads them, and sees no case by it. */
export function readAudit(
  hub: Hub,
  who: Principal,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Answer<{ items: AuditItem[]; nextCursor: string | null }> {
  if (!who.roles.includes('auditAdmin')) return refused('auth.roleMissing')
  const before = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor)
  if (!Number.isSafeInteger(before) || before < 1) {
    return refused('input.invalid', undefined, [{ path: 'cursor', reason: 'cursor.unknown' }])
  }
  const rows = hub.ledger.audit.page(before, limit + 1)
  const items = rows.slice(0, limit).map(({ seq, at, actor, action, object, detail, hash }) => ({
    seq,
    at,
    actor: JSON.parse(actor) as Actor,
    action,
    object,
    detail: JSON.parse(detail) as Record<string, unknown>,
    hash,
  }))
  return granted({ items, nextCursor: rows.length > limit ? String(items.at(-1)?.seq ?? 0) : null })
}

/** Walks the whole chain: how many rows hold, and the first that does not. */
export function proveAudit(hub: Hub, who: Principal): Answer<{ rows: number; firstBad: number | null; ok: boolean }> {
  if (!who.roles.includes('auditAdmin')) return refused('auth.roleMissing')
  const proof = hub.ledger.audit.verify()
  return granted({ ...proof, ok: proof.firstBad === null })
}
