/** Who may do what, and who sees what (rules.md 8.1, contract.md). The hub asks here for every command and every read. */
import type { Actor } from '../contract/actor.ts'
import type { CommandType } from '../contract/command.ts'
import type { Role } from '../contract/vocabulary.ts'
import { assignmentOf, type CaseFile } from './case-file.ts'

/** Somebody who signed in (or a program with a key, or the system): his rights, the area he answers for, his unit. */
export interface Principal {
  readonly actor: Actor
  readonly roles: readonly Role[]
  /** Division code of his area; null sees no area. */
  readonly division: string | null
  readonly unit: string | null
}

const centre = ['dutyOfficer', 'centreDirector'] as const
const unit = ['unitHandler', 'unitHead'] as const
const village = ['gridWorker', 'gridLead', 'chiefGridLead'] as const

/** Roles that may ever give a command; whether now, the life-cycle and the command's rule say. */
export const commandRoles: Record<CommandType, readonly Role[]> = {
  accept: centre,
  decline: centre,
  assess: centre,
  handleInVillage: village,
  resolveInVillage: village,
  raise: village,
  dispatch: centre,
  acknowledge: unit,
  contact: unit,
  requestReturn: unit,
  decideReturn: centre,
  designate: ['centreDirector'],
  requestExtension: unit,
  decideExtension: ['centreDirector'],
  suspend: [...unit, ...centre],
  resume: [...unit, ...centre],
  submit: unit,
  review: centre,
  followUp: centre,
  redo: centre,
  /** The resident alone, by his tracking code. */
  rate: [],
  close: centre,
  archive: centre,
  merge: centre,
  link: centre,
  note: [...village, ...centre, ...unit, 'mediator', 'inspector', 'leader'],
  instruct: ['leader', 'centreDirector'],
  withdraw: centre,
  attach: [...village, ...centre, ...unit, 'mediator'],
  escalate: centre,
  skipEscalate: centre,
  receive: centre,
  sendDown: centre,
  urge: centre,
  whistle: centre,
  arrive: unit,
  proposeMeeting: centre,
  openMediation: [...centre, 'mediator'],
  mediationStep: ['mediator'],
  assignLeader: ['centreDirector'],
  setRisk: centre,
  acknowledgeAlert: centre,
  shelveAlert: centre,
  clearAlert: centre,
  restrict: ['centreDirector'],
  terminate: ['centreDirector'],
}

/** Roles that read the cases of their whole area. */
const areaReaders: ReadonlySet<Role> = new Set<Role>([
  ...village,
  ...centre,
  'peaceOffice',
  'inspector',
  'disciplineSupervisor',
  'leader',
])
const unitReaders: ReadonlySet<Role> = new Set<Role>(unit)
/** Roles that may ask for clear personal data (8.2, 8.3). */
const personReaders: ReadonlySet<Role> = new Set<Role>([...village, ...centre, ...unit])

export function readsArea(principal: Principal): boolean {
  return principal.division !== null && principal.roles.some((role) => areaReaders.has(role))
}

export function readsUnit(principal: Principal): boolean {
  return principal.unit !== null && principal.roles.some((role) => unitReaders.has(role))
}

/** Whether he sees the case at all. `ancestors`: the case's division and all above it, by the division table. */
export function sees(principal: Principal, file: CaseFile, ancestors: readonly string[]): boolean {
  if (principal.actor.kind === 'system') return true
  if (principal.actor.kind === 'resident') return principal.actor.id === `resident:${file.id}`
  if (readsArea(principal) && principal.division !== null && ancestors.includes(principal.division)) return true
  return readsUnit(principal) && worksOn(principal, file)
}

/** Whether his unit leads or assists. */
function worksOn(principal: Principal, file: CaseFile): boolean {
  const assignment = assignmentOf(file)
  return (
    assignment !== undefined &&
    principal.unit !== null &&
    (assignment.leadUnit === principal.unit || assignment.assistUnits.includes(principal.unit))
  )
}

/** Whether he may ever see clear personal data of a case he sees. */
export function readsPersons(principal: Principal): boolean {
  return principal.roles.some((role) => personReaders.has(role))
}

/** The role by which he may give the command, or undefined. */
export function roleFor(principal: Principal, command: CommandType): Role | undefined {
  return commandRoles[command].find((role) => principal.roles.includes(role))
}
