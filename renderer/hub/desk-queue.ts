/** The queues a desk offers: those of the contract, and in front of them what waits for the person who sits there. */
import type { CaseRow } from '../../hub-server/contract/board.ts'
import type { CommandType } from '../../hub-server/contract/command.ts'
import type { CaseStateName, QueueName } from '../../hub-server/contract/vocabulary.ts'

export type DeskQueue = 'mine' | QueueName

/** In the order of their digits. */
export const deskQueues = [
  'mine',
  'triage',
  'acknowledge',
  'handling',
  'returns',
  'review',
  'followUp',
  'nearDue',
  'overdue',
  'open',
] as const satisfies readonly DeskQueue[]

/** The digit that chooses a queue: 1 to 9, and 0 for all open. */
export function queueKey(queue: DeskQueue): string {
  return String((deskQueues.indexOf(queue) + 1) % 10)
}

/** Whether a row stands in a queue of this desk. */
export function standsIn(row: CaseRow, queue: DeskQueue): boolean {
  if (queue === 'open') return row.queues.length > 0
  return queue === 'mine' ? waitsForMe(row) : row.queues.includes(queue)
}

/**
 * The act that would move the matter on is mine to do. `allowed` comes with the row for this person's roles and scope, so a duty officer
 * sees triage, returns and follow-up here, a director also reviews, a unit what it has to acknowledge and to handle.
 */
function waitsForMe({ state, allowed }: CaseRow): boolean {
  const act = movingAct[state]
  return act !== undefined && allowed.includes(act)
}

const movingAct: Partial<Record<CaseStateName, CommandType>> = {
  registered: 'accept',
  pendingDispatch: 'dispatch',
  pendingAck: 'acknowledge',
  handling: 'submit',
  redo: 'submit',
  returnRequested: 'decideReturn',
  pendingReview: 'review',
  concluded: 'followUp',
  followingUp: 'followUp',
}
