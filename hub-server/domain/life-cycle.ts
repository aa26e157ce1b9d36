/**
 * The life-cycle as a full table, commands × states (rules.md 3.2, 3.3): `may` — the command's own rule decides; `no` — the state
 * does not allow it; `later` — this version of the centre does not offer it yet. A missing cell does not compile.
 */
import type { CommandType } from '../contract/command.ts'
import { caseStates, type CaseStateName } from '../contract/vocabulary.ts'

export type Cell = 'may' | 'no' | 'later'

const Y = 'may'
const n = 'no'
const L = 'later'

type RowOver<States extends readonly unknown[]> = { readonly [K in keyof States]: Cell }
/** One cell a state, in the order of `caseStates`: a new state breaks every row until it is decided. */
type Row = RowOver<typeof caseStates>

// prettier-ignore
const rows: Record<CommandType, Row> = {
  //                 log inV resV reg decl pDis pAck hand retR susp pRev conc foll redo clos arch term merg
  accept:           [n,  n,  n,  Y,  n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  decline:          [n,  n,  n,  Y,  n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  dispatch:         [n,  n,  n,  n,  n,   Y,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  acknowledge:      [n,  n,  n,  n,  n,   n,   Y,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  contact:          [n,  n,  n,  n,  n,   n,   Y,   Y,   n,   Y,   n,   n,   n,   Y,   n,   n,   n,   n],
  requestReturn:    [n,  n,  n,  n,  n,   n,   Y,   Y,   n,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  decideReturn:     [n,  n,  n,  n,  n,   n,   n,   n,   Y,   n,   n,   n,   n,   n,   n,   n,   n,   n],
  submit:           [n,  n,  n,  n,  n,   n,   n,   Y,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n],
  review:           [n,  n,  n,  n,  n,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n,   n,   n,   n],
  followUp:         [n,  n,  n,  n,  n,   n,   n,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n,   n],
  redo:             [n,  n,  n,  n,  n,   n,   n,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n,   n],
  rate:             [n,  n,  n,  n,  n,   n,   n,   n,   n,   n,   n,   n,   Y,   n,   Y,   n,   n,   n],
  close:            [n,  n,  n,  n,  n,   n,   n,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n,   n],
  note:             [n,  n,  n,  Y,  n,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   n,   n,   n],
  instruct:         [n,  n,  n,  Y,  n,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   n,   n,   n,   n],
  urge:             [n,  n,  n,  n,  n,   n,   Y,   Y,   n,   n,   n,   n,   n,   Y,   n,   n,   n,   n],
  acknowledgeAlert: [n,  n,  n,  Y,  n,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   Y,   n,   n,   n,   n],
  assess:           [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  handleInVillage:  [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  resolveInVillage: [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  raise:            [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  designate:        [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  requestExtension: [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  decideExtension:  [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  suspend:          [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  resume:           [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  archive:          [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  merge:            [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  link:             [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  withdraw:         [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  attach:           [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  escalate:         [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  skipEscalate:     [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  receive:          [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  sendDown:         [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  whistle:          [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  arrive:           [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  proposeMeeting:   [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  openMediation:    [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  mediationStep:    [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  assignLeader:     [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  setRisk:          [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  shelveAlert:      [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  clearAlert:       [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  restrict:         [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
  terminate:        [L,  L,  L,  L,  L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L,   L],
}

const position = Object.fromEntries(caseStates.map((state, index) => [state, index])) as Record<CaseStateName, number>

/** Whether a state allows a command. */
export function cellOf(command: CommandType, state: CaseStateName): Cell {
  return rows[command][position[state]] ?? 'no'
}
