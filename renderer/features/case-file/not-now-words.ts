import type { RefusedCommand } from '../../../hub-server/contract/case-view.ts'
import type { CommandType } from '../../../hub-server/contract/command.ts'
import type { CaseStateName } from '../../../hub-server/contract/vocabulary.ts'
import type { Text } from '../../shared/text/use-text.ts'

/** The ordinary way, in order. States beside it stand where they branch off. */
const way: readonly (readonly CaseStateName[])[] = [
  ['logged', 'inVillage', 'resolvedInVillage', 'registered'],
  ['pendingDispatch'],
  ['pendingAck'],
  ['handling', 'redo', 'returnRequested', 'suspended'],
  ['pendingReview'],
  ['concluded', 'followingUp'],
  ['closed', 'declined', 'archived', 'terminated', 'merged'],
]

/** Where on the way a command belongs. */
const placeOf = {
  accept: 0,
  decline: 0,
  dispatch: 1,
  acknowledge: 2,
  contact: 3,
  requestReturn: 3,
  submit: 3,
  decideReturn: 3,
  urge: 3,
  review: 4,
  followUp: 5,
  redo: 5,
  close: 5,
} as const satisfies Partial<Record<CommandType, number>>

/** Why a command cannot be given, as short as a line under the buttons: what is still missing, or that it is over. */
export function notNowWords({ type, code }: RefusedCommand, state: CaseStateName, t: Text['t']): string {
  if (code !== 'transition.notNow' || !isOnTheWay(type)) return t(`labels.refusal.${code}`)
  const stage = way.findIndex((states) => states.includes(state))
  if (stage >= placeOf[type]) return t(`caseFile.notNow.after.${type}`)
  return type === 'accept' || type === 'decline' ? t(`labels.refusal.${code}`) : t(`caseFile.notNow.before.${type}`)
}

function isOnTheWay(type: CommandType): type is keyof typeof placeOf {
  return Object.hasOwn(placeOf, type)
}
