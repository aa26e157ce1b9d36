/** One case and its course. They are read again when its version moves; who asks watches the board for that. */
import { queryOptions } from '@tanstack/react-query'
import {
  caseViewSchema,
  revealAnswerSchema,
  timelineSchema,
  type TimelineItem,
} from '../../hub-server/contract/case-view.ts'
import { askHub } from './ask-hub.ts'
import type { HubAnswer } from './hub-failure.ts'
import { readHub } from './hub-query.ts'
import { currentSession } from './session.ts'

/** Both queries of a case stand under this key: to invalidate it is to read both again. */
export function caseKey(caseId: string) {
  return ['case', caseId] as const
}

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: [...caseKey(caseId), 'view'],
    queryFn: ({ signal }) => readHub({ path: `/cases/${encodeURIComponent(caseId)}`, answer: caseViewSchema, signal }),
  })
}

/** The whole course, oldest first: the event at index `n` made version `n + 1`. */
export function timelineQuery(caseId: string) {
  return queryOptions({
    queryKey: [...caseKey(caseId), 'timeline'],
    queryFn: async ({ signal }) => {
      const items: TimelineItem[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const path = `/cases/${encodeURIComponent(caseId)}/timeline?limit=500${cursor === '' ? '' : `&cursor=${cursor}`}`
        const page: { items: TimelineItem[]; nextCursor: string | null } = await readHub({
          path,
          answer: timelineSchema,
          signal,
        })
        items.push(...page.items)
        cursor = page.nextCursor
      }
      return items
    },
  })
}

/** Clear personal data of one field, by right and with a reason the hub writes down. It is handed over once and kept nowhere. */
export async function revealField(caseId: string, field: string, reason: string): Promise<HubAnswer<string | null>> {
  const session = currentSession()
  const answer = await askHub({
    method: 'POST',
    path: `/cases/${encodeURIComponent(caseId)}/reveal`,
    body: { fields: [field], reason },
    token: session.phase === 'signedIn' ? session.token : null,
    answer: revealAnswerSchema,
  })
  return answer.ok ? { ...answer, value: answer.value.fields[field] ?? null } : answer
}
