import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { caseRowSchema, type CaseRow } from '../../../hub-server/contract/board.ts'
import { readHub } from '../../hub/hub-query.ts'

const pageSchema = z.object({ items: z.array(caseRowSchema), nextCursor: z.string().nullable() })
export const mostFound = 50

/** Cases of the hub that hold all the words: closed ones too, newest first. */
export function searchQuery(words: string) {
  return queryOptions({
    queryKey: ['search', words],
    queryFn: ({ signal }) =>
      readHub({
        path: `/cases?q=${encodeURIComponent(words)}&limit=${String(mostFound)}`,
        answer: pageSchema,
        signal,
      }),
    enabled: words !== '',
    // What was found a minute ago may have moved on.
    staleTime: 5_000,
    gcTime: 60_000,
  })
}

/** Open cases in this window whose code ends in the digits, or whose title or place holds all the words; at hand at once, and without a hub. */
export function findHere(rows: ReadonlyMap<string, CaseRow>, words: string): readonly CaseRow[] {
  if (words === '') return []
  const digits = /^\d{2,}$/.test(words)
  const wanted = words.toLowerCase().split(/\s+/)
  const found: CaseRow[] = []
  for (const row of rows.values()) {
    const text = `${row.title} ${row.place}`.toLowerCase()
    const hit = digits ? row.caseCode.endsWith(words) : wanted.every((word) => text.includes(word))
    if (hit) found.push(row)
    if (found.length === mostFound) break
  }
  return found
}
