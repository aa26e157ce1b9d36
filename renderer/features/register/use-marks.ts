import { useState } from 'react'
import { useText, type Text } from '../../shared/text/use-text.ts'
import { checkDraft, fieldOfPath, type BadDraftField } from './check-draft.ts'
import { useDraft, type RegisterField } from './draft.ts'
import type { Saving } from './use-registering.ts'

export type Marks = ReadonlyMap<RegisterField, string>
/** What was tried: saving alone, or saving and sending to a unit. */
export type Try = 'only' | 'dispatch'

/** The reasons to show beside fields: what was refused until that field is changed, what is wrong once a field was left, what is missing once one tried. */
export function useMarks(saving: Saving) {
  const { t } = useText()
  const draft = useDraft()
  const [left, setLeft] = useState<ReadonlySet<RegisterField>>(new Set())
  const [tried, setTried] = useState<Try | null>(null)
  const marks = new Map<RegisterField, string>()
  for (const bad of checkDraft(draft, tried === 'dispatch')) {
    const isDue = tried !== null || (left.has(bad.field) && bad.reason !== 'required')
    if (isDue && !marks.has(bad.field)) marks.set(bad.field, wordsOf(bad, t))
  }
  if (saving.phase === 'failed' && saving.failure.kind === 'refused') {
    for (const { path, reason } of saving.failure.problem.fields ?? []) {
      const field = fieldOfPath(path)
      if (field !== undefined && draft[field] === saving.draft[field] && !marks.has(field)) marks.set(field, reason)
    }
  }
  return {
    marks: marks as Marks,
    tried,
    setTried,
    leave: (field: RegisterField) => setLeft((before) => new Set(before).add(field)),
    forget: () => {
      setLeft(new Set())
      setTried(null)
    },
  }
}

function wordsOf({ reason, max }: BadDraftField, t: Text['t']): string {
  return t(`register.check.${reason}`, { max })
}
