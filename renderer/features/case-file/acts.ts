/** What an officer can do with a matter, as the action bar offers it: one command may be two acts (approve, refuse). */
import type { CaseView } from '../../../hub-server/contract/case-view.ts'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import type { CaseStateName } from '../../../hub-server/contract/vocabulary.ts'

export const actIds = [
  'accept',
  'dispatch',
  'acknowledge',
  'approveReturn',
  'approveReview',
  'submit',
  'followUp',
  'close',
  'contact',
  'refuseReturn',
  'refuseReview',
  'decline',
  'redo',
  'requestReturn',
  'urge',
  'instruct',
  'note',
  'acknowledgeAlert',
] as const
export type ActId = (typeof actIds)[number]

export interface Act {
  readonly id: ActId
  readonly command: CommandType
  /** Single letter; no two acts that a person can have at once share one. */
  readonly key: string
  /** Done at once, with the read-back standing there; the others have a form first. */
  readonly atOnce: boolean
}

const actTable: Record<ActId, Omit<Act, 'id'>> = {
  accept: { command: 'accept', key: 'A', atOnce: true },
  dispatch: { command: 'dispatch', key: 'P', atOnce: false },
  acknowledge: { command: 'acknowledge', key: 'Q', atOnce: true },
  approveReturn: { command: 'decideReturn', key: 'P', atOnce: false },
  refuseReturn: { command: 'decideReturn', key: 'T', atOnce: false },
  approveReview: { command: 'review', key: 'P', atOnce: false },
  refuseReview: { command: 'review', key: 'T', atOnce: false },
  submit: { command: 'submit', key: 'S', atOnce: false },
  followUp: { command: 'followUp', key: 'H', atOnce: false },
  close: { command: 'close', key: 'E', atOnce: true },
  contact: { command: 'contact', key: 'L', atOnce: false },
  decline: { command: 'decline', key: 'D', atOnce: false },
  redo: { command: 'redo', key: 'O', atOnce: false },
  requestReturn: { command: 'requestReturn', key: 'T', atOnce: false },
  urge: { command: 'urge', key: 'C', atOnce: false },
  instruct: { command: 'instruct', key: 'I', atOnce: false },
  note: { command: 'note', key: 'B', atOnce: false },
  acknowledgeAlert: { command: 'acknowledgeAlert', key: 'Y', atOnce: true },
}

export function actOf(id: ActId): Act {
  return { id, ...actTable[id] }
}

/** What this person may do now, the expected act first. Only what the hub said is allowed. */
export function allowedActs(view: CaseView): readonly Act[] {
  const allowed = new Set(view.allowedCommands)
  const acts = actIds.map(actOf).filter(({ command }) => allowed.has(command))
  const first = expectedAct(view)
  return [...acts.filter(({ id }) => id === first), ...acts.filter(({ id }) => id !== first)]
}

const expectedByState: Partial<Record<CaseStateName, readonly ActId[]>> = {
  registered: ['accept'],
  pendingDispatch: ['dispatch'],
  pendingAck: ['acknowledge'],
  handling: ['submit'],
  redo: ['submit'],
  returnRequested: ['approveReturn'],
  pendingReview: ['approveReview'],
  followingUp: ['close', 'followUp'],
}

/** The one act that moves the matter on, when this person may do it. */
export function expectedAct(view: CaseView): ActId | undefined {
  const allowed = new Set(view.allowedCommands)
  // The first word with the resident comes before the reply.
  const wanted = waitsForContact(view) ? (['contact'] as const) : (expectedByState[view.state] ?? [])
  return wanted.find((id) => allowed.has(actTable[id].command))
}

function waitsForContact({ state, clocks }: CaseView): boolean {
  return state === 'handling' && clocks.some(({ kind, outcome }) => kind === 'contact' && outcome === 'running')
}

/** Refused commands worth a line, those one would look for here first; what no post of this person ever does is left out. */
export function refusedHere(view: CaseView): CaseView['refusedCommands'] {
  const told = view.refusedCommands.filter(
    ({ code }) => code !== 'transition.forbidden' && code !== 'transition.notOffered',
  )
  const near = nextCommands[view.state] ?? []
  const rank = (type: CommandType) => {
    const index = near.indexOf(type)
    return index < 0 ? near.length : index
  }
  return told.toSorted((a, b) => rank(a.type) - rank(b.type))
}

/** What one would want to do next, or again, in a state. */
const nextCommands: Partial<Record<CaseStateName, readonly CommandType[]>> = {
  registered: ['dispatch', 'review', 'close'],
  pendingDispatch: ['review', 'close', 'urge', 'decline'],
  pendingAck: ['review', 'submit', 'requestReturn', 'dispatch'],
  handling: ['review', 'requestReturn', 'dispatch', 'close'],
  redo: ['review', 'requestReturn', 'dispatch', 'close'],
  returnRequested: ['submit', 'urge', 'review', 'close'],
  pendingReview: ['review', 'followUp', 'close', 'submit'],
  followingUp: ['close', 'review', 'dispatch'],
  closed: ['redo', 'followUp', 'dispatch'],
  declined: ['accept', 'dispatch'],
}
