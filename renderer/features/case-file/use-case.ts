import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { CaseView, TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { caseQuery, timelineQuery } from '../../hub/case-queries.ts'
import type { HubQueryError } from '../../hub/hub-query.ts'
import { useBoard, useLinkState } from '../../hub/station.tsx'

export interface CaseReading {
  readonly view: CaseView | undefined
  readonly course: readonly TimelineItem[] | undefined
  readonly error: HubQueryError | null
  readonly busy: boolean
  readonly retry: () => void
}

/** One case and its course, read again whenever the board says that its version moved. What was read stays in sight meanwhile. */
export function useCase(caseId: string): CaseReading {
  const row = useBoard('cases').get(caseId)
  const link = useLinkState()
  // A case that stands on no board is read again each time it is opened: nothing else would tell that it changed.
  const refetchOnMount = row === undefined ? 'always' : true
  const view = useQuery({ ...caseQuery(caseId), refetchOnMount })
  const course = useQuery({ ...timelineQuery(caseId), refetchOnMount })
  const { refetch: readView } = view
  const { refetch: readCourse } = course
  const version = row?.version
  const known = view.data?.version
  const isLive = link.phase === 'live'

  useEffect(() => {
    if (version === undefined || known === undefined || version <= known || !isLive) return
    void readView()
    void readCourse()
  }, [version, known, isLive, readView, readCourse])

  // The row left the board, or the hub came back: what stands here may be old.
  const onBoard = row !== undefined
  useEffect(() => {
    if (onBoard || !isLive) return
    void readView()
    void readCourse()
  }, [onBoard, isLive, readView, readCourse])

  return {
    view: view.data,
    course: course.data,
    error: view.error ?? course.error,
    busy: view.isFetching || course.isFetching,
    retry: () => {
      void readView()
      void readCourse()
    },
  }
}
