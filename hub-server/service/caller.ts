/** What a duty officer is shown beside a new registration: the caller's other matters, and open cases that are likely the same. */
import type { CaseRow } from '../contract/board.ts'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import { readsPersons, type Principal } from '../domain/access.ts'
import { maskText } from '../domain/masking.ts'
import type { Hub } from './hub.ts'
import { findLikelySame } from './likely-same.ts'
import { rowFor } from './row-for.ts'
import { loadSeen } from './run-command.ts'

const mostCases = 50

/** The matters of one phone number, newest first, as far as this person sees them. The question goes to the audit trail. */
export async function casesOfCaller(hub: Hub, who: Principal, phone: string): Promise<Answer<CaseRow[]>> {
  if (!readsPersons(who)) return refused('auth.roleMissing')
  const key = hub.phoneKey(phone)
  return hub.commits.submit(() => {
    hub.ledger.audit.append({
      at: hub.now(),
      actor: who.actor,
      action: 'caller.lookup',
      object: key.slice(0, 12),
      detail: {},
    })
    const rows = hub.ledger.people.casesOfPhone(key, mostCases).flatMap((id) => {
      const stored = loadSeen(hub, who, id)
      return stored === undefined ? [] : [rowFor(hub, who, stored.file)]
    })
    return granted(rows)
  })
}

export interface LikelyDuplicate {
  readonly row: CaseRow
  readonly score: number
  readonly sameCaller: boolean
  readonly samePlace: boolean
}

/** Open cases likely to be the same matter, before it is saved. */
export function likelyDuplicates(
  hub: Hub,
  who: Principal,
  draft: {
    readonly title: string
    readonly text: string
    readonly divisionCode?: string | undefined
    readonly phone?: string | undefined
  },
): Answer<LikelyDuplicate[]> {
  const found = findLikelySame(hub, {
    phoneKey: draft.phone === undefined ? null : hub.phoneKey(draft.phone),
    title: maskText(draft.title),
    divisionCode: draft.divisionCode ?? hub.centre.code,
  })
  const seen = found.filter(({ file }) => loadSeen(hub, who, file.id) !== undefined)
  return granted(
    seen
      .slice(0, 5)
      .map(({ file, score, sameCaller, samePlace }) => ({ row: rowFor(hub, who, file), score, sameCaller, samePlace })),
  )
}
