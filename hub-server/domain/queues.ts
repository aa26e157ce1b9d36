/** In which queues of the desk a case stands, and where in their order: what falls due next stands first. */
import { msOf } from '../contract/instant.ts'
import { openStates, type CaseStateName, type QueueName } from '../contract/vocabulary.ts'
import { runningClocks } from './case-clock.ts'
import { stateOf, type CaseFile } from './case-file.ts'

/** The one queue of each state; queues by colour come on top. */
const queueOfState: Partial<Record<CaseStateName, QueueName>> = {
  registered: 'triage',
  pendingDispatch: 'triage',
  pendingAck: 'acknowledge',
  handling: 'handling',
  redo: 'handling',
  suspended: 'handling',
  returnRequested: 'returns',
  pendingReview: 'review',
  concluded: 'followUp',
  followingUp: 'followUp',
}

export function isOpen(file: CaseFile): boolean {
  return file.facts.historic !== true && openStates.has(stateOf(file))
}

/** `overdue`: a clock has passed its due time; `nearDue`: coloured on the time axis and not yet overdue. */
export function queuesOf(file: CaseFile): readonly QueueName[] {
  const own = queueOfState[stateOf(file)]
  if (!isOpen(file) || own === undefined) return []
  const overdue = runningClocks(file.clocks).some((clock) => clock.expired)
  const coloured = file.alerts.some((alert) => alert.axis === 'time')
  return [own, ...(overdue ? (['overdue'] as const) : coloured ? (['nearDue'] as const) : [])]
}

/** The due time that comes first, in milliseconds; cases without a clock stand last. */
export function nextDueMs(file: CaseFile): number {
  return runningClocks(file.clocks).reduce(
    (first, clock) => Math.min(first, msOf(clock.dueAt)),
    Number.MAX_SAFE_INTEGER,
  )
}
