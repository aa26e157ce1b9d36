/** What the registration asks before it saves, and the saving itself. */
import { queryOptions, skipToken } from '@tanstack/react-query'
import { z } from 'zod'
import { appealAnswerSchema, type Appeal, type AppealAnswer } from '../../hub-server/contract/appeal.ts'
import { caseRowSchema } from '../../hub-server/contract/board.ts'
import { askHub } from './ask-hub.ts'
import type { HubAnswer } from './hub-failure.ts'
import { readHub } from './hub-query.ts'
import { currentSession } from './session.ts'

const duplicateSchema = z.object({
  row: caseRowSchema,
  /** 0 to 1. */
  score: z.number(),
  sameCaller: z.boolean(),
  samePlace: z.boolean(),
})
export type LikelyDuplicate = z.infer<typeof duplicateSchema>
const duplicatesAnswer = z.object({ items: z.array(duplicateSchema) })
const rowsAnswer = z.object({ items: z.array(caseRowSchema) })

export interface DuplicateQuestion {
  readonly title: string
  readonly text: string
  readonly divisionCode?: string
  readonly phone?: string
}

// Both questions hold words or the number of a resident: their answers are forgotten soon after nobody looks at them.
const briefly = { staleTime: 30_000, gcTime: 60_000 } as const

/** Open cases that are likely the same matter, the likeliest first; `null` asks nothing. */
export function duplicatesQuery(question: DuplicateQuestion | null) {
  return queryOptions({
    ...briefly,
    queryKey: ['duplicates', question],
    queryFn:
      question === null
        ? skipToken
        : async ({ signal }) =>
            (
              await readHub({
                method: 'POST',
                path: '/appeals/check',
                body: question,
                answer: duplicatesAnswer,
                signal,
              })
            ).items,
  })
}

/** The matters of one phone number, newest first. The hub writes the question to its audit, so it is asked once a number. */
export function callerCasesQuery(phone: string | null) {
  return queryOptions({
    ...briefly,
    staleTime: Infinity,
    queryKey: ['callerCases', phone],
    queryFn:
      phone === null
        ? skipToken
        : async ({ signal }) =>
            (await readHub({ method: 'POST', path: '/callers/lookup', body: { phone }, answer: rowsAnswer, signal }))
              .items,
  })
}

/** Saves an appeal. The same key and body give the same answer, however often they are sent. */
export async function sendAppeal(appeal: Appeal, key: string): Promise<HubAnswer<AppealAnswer>> {
  const session = currentSession()
  return askHub({
    method: 'POST',
    path: '/appeals',
    body: appeal,
    token: session.phase === 'signedIn' ? session.token : null,
    headers: { 'idempotency-key': key },
    answer: appealAnswerSchema,
  })
}
