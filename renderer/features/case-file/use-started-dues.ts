import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import type { RuleProfile } from '../../../hub-server/contract/profile.ts'
import { useDues } from '../../hub/use-dues.ts'
import type { Draft } from './act-forms.ts'
import type { ActId } from './acts.ts'
import { startedClocks, type ReadBackFacts } from './read-back.ts'

/** When the clocks that an act starts would be due if it were done now. */
export function useStartedDues(
  act: ActId | null,
  view: CaseView,
  draft: Draft,
  profile: RuleProfile | undefined,
  nowMs: number,
): ReadBackFacts['dues'] {
  const clocks = act === null ? [] : startedClocks(act, { view, draft, profile })
  const counted = useDues(
    clocks.map(({ length }) => length),
    nowMs,
  )
  const dues: Partial<Record<string, number>> = {}
  for (const [index, { kind }] of clocks.entries()) {
    const due = counted[index]
    if (due !== undefined) dues[kind] = due
  }
  return dues
}
