import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { CaseRow } from '../../../hub-server/contract/board.ts'
import { failureText } from '../../hub/failure-text.ts'
import { useBoard, useLinkState } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { FailedNotice } from '../../shared/ui/state-notice.tsx'
import { findHere, mostFound, searchQuery } from './find-cases.ts'
import { usePause } from '../../shared/time/use-pause.ts'

export interface Found {
  readonly rows: readonly CaseRow[]
  /** The first row is the first for these very words: it stands in this window, or the hub has answered for them. */
  readonly certain: boolean
  readonly pending: boolean
  readonly nothing: boolean
  readonly line: string
  readonly failed: ReactNode
}

/** Those of this window first, then what the hub knows more. */
export function useFound(words: string): Found {
  const { t } = useText()
  const here = useBoard('cases')
  const lost = useLinkState().phase === 'lost'
  const asked = usePause(words, 150)
  const { data, error, isFetching, refetch } = useQuery({ ...searchQuery(asked), placeholderData: keepPreviousData })
  const mine = findHere(here, words)
  const known = new Set(mine.map(({ id }) => id))
  const more = asked === '' || words === '' ? [] : (data?.items ?? []).filter(({ id }) => !known.has(id))
  const rows = [...mine, ...more].slice(0, mostFound)
  const settled = !isFetching && asked === words
  const failed =
    error !== null && asked === words && words !== '' && !lost ? (
      <FailedNotice
        what={t('desk.search.what', { words })}
        reason={failureText(error.failure, t)}
        at={error.at + (hubClock.offset() ?? 0)}
        {...(error.failure.kind === 'refused' && { requestId: error.failure.problem.requestId })}
        onRetry={() => void refetch()}
      />
    ) : null
  const counted =
    rows.length >= mostFound
      ? t('desk.search.foundMore', { count: rows.length })
      : t('desk.search.found', { count: rows.length })
  return {
    rows,
    certain: mine.length > 0 || settled || lost,
    failed,
    pending: words !== '' && !settled && !lost,
    nothing: words !== '' && rows.length === 0 && failed === null && (settled || lost),
    line: words === '' ? t('desk.search.hint') : lost ? t('desk.search.lost') : counted,
  }
}
