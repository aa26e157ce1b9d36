import type { Length } from '../../../hub-server/contract/clock.ts'
import type { RuleProfile } from '../../../hub-server/contract/profile.ts'
import type { AppealKind, Urgency } from '../../../hub-server/contract/vocabulary.ts'
import { useDues } from '../../hub/use-dues.ts'

const promiseKinds = ['triage', 'acknowledge', 'contact', 'total'] as const
export type PromiseKind = (typeof promiseKinds)[number]

export interface Promised {
  readonly length: Length
  /** When it is due (ms) if the matter is registered now; undefined until the hub has counted it. */
  readonly at: number | undefined
}

/** What the rules promise for a matter of this kind and urgency that is registered and sent out now. `null` until the rules are known. */
export function usePromises(
  profile: RuleProfile | undefined,
  kind: AppealKind | null,
  urgency: Urgency,
  nowMs: number,
): Readonly<Record<PromiseKind, Promised>> | null {
  const lengths = profile === undefined ? [] : promiseKinds.map((promise) => lengthOf(profile, promise, kind, urgency))
  const dues = useDues(lengths, nowMs)
  const promised = (index: number): Promised | undefined => {
    const length = lengths[index]
    return length === undefined ? undefined : { length, at: dues[index] }
  }
  const [triage, acknowledge, contact, total] = [promised(0), promised(1), promised(2), promised(3)]
  if (triage === undefined || acknowledge === undefined || contact === undefined || total === undefined) return null
  return { triage, acknowledge, contact, total }
}

/** Triage runs by the urgency of an order nobody has looked at; the total clock may differ for a kind of appeal. */
function lengthOf(profile: RuleProfile, promise: PromiseKind, kind: AppealKind | null, urgency: Urgency): Length {
  if (promise === 'triage') return profile.stages.triage[profile.defaultUrgency.value].value
  const ofKind = promise === 'total' && kind !== null ? profile.byKind[kind]?.total?.[urgency]?.value : undefined
  return ofKind ?? profile.stages[promise][urgency].value
}
