/** How one case of the demonstration will go. Drawn once; the rest follows from the state it is in (shares of rules.md 7.4). */
import type { Satisfaction as AnySatisfaction, Urgency } from '../contract/vocabulary.ts'
import type { CommandType } from '../contract/command.ts'
import { assignmentOf, stateOf, type CaseFile } from '../domain/case-file.ts'
import { runningClocks } from '../domain/case-clock.ts'
import type { Chance } from './chance.ts'
import type { Units } from './find-units.ts'

/** What a resident says who says anything. */
export type Satisfaction = Exclude<AnySatisfaction, 'none'>

export interface Course {
  readonly urgency: Urgency
  readonly units: Units
  /** Where it goes when the first unit gives it back. */
  readonly otherUnits: Units
  readonly declined: boolean
  readonly returned: boolean
  /** The unit lets the time for handling pass. */
  readonly late: boolean
  /** Calls that do not reach the resident before one does. */
  readonly missedCalls: number
  readonly noted: boolean
  readonly refusedReview: boolean
  /** What the resident says of the first result, and of the next. */
  readonly verdicts: readonly [Satisfaction, Satisfaction]
  /** He says so himself, by his code. */
  readonly ratesHimself: boolean
  /** The history leaves it there, for the picture of the office that it ends with. */
  readonly halt?: Halt
}

export interface Halt {
  readonly state:
    | 'registered'
    | 'pendingDispatch'
    | 'pendingAck'
    | 'handling'
    | 'returnRequested'
    | 'pendingReview'
    | 'followingUp'
    | 'redo'
  /** Its red alert is left for a person to acknowledge. */
  readonly alertOpen?: boolean
  /** Until there, the office wastes no time. */
  readonly hurried?: boolean
}

const lateShare = 0.03
const dissatisfiedShare = 0.05

export function drawCourse(
  chance: Chance,
  { urgency, units, otherUnits, halt }: Pick<Course, 'urgency' | 'units' | 'otherUnits'> & { halt?: Halt },
): Course {
  const verdict = (dissatisfied: number): Satisfaction =>
    chance.of(dissatisfied) ? 'dissatisfied' : chance.of(0.82) ? 'satisfied' : 'basic'
  const drawn = {
    urgency,
    units,
    otherUnits,
    declined: chance.of(0.025),
    returned: urgency !== 'critical' && chance.of(0.04),
    late: chance.of(lateShare),
    missedCalls: chance.of(0.12) ? chance.whole(1, 3) : 0,
    noted: chance.of(0.15),
    refusedReview: chance.of(0.04),
    verdicts: [verdict(dissatisfiedShare), verdict(0.15)] as const,
    ratesHimself: chance.of(0.18),
  }
  return halt === undefined ? drawn : { ...drawn, ...made(halt), halt }
}

/** What must be so for the case to come to its halt. */
function made({ state }: Halt): Partial<Course> {
  return {
    declined: false,
    late: false,
    missedCalls: 0,
    returned: state === 'returnRequested',
    refusedReview: false,
    ratesHimself: false,
    verdicts: state === 'redo' ? ['dissatisfied', 'satisfied'] : ['satisfied', 'satisfied'],
  }
}

/** What the office does with the case next; undefined when nothing is left to do. */
export function nextAct(file: CaseFile, course: Course, done: readonly CommandType[]): CommandType | undefined {
  const state = stateOf(file)
  if (course.halt?.state === state && (state !== 'handling' || !isRunning(file, 'contact'))) return undefined
  switch (state) {
    case 'registered':
      return course.declined ? 'decline' : 'accept'
    case 'pendingDispatch':
      return 'dispatch'
    case 'pendingAck':
      return course.returned && file.returnCount === 0 && !done.includes('requestReturn')
        ? 'requestReturn'
        : 'acknowledge'
    case 'handling':
      if (isRunning(file, 'contact')) return 'contact'
      return course.noted && !done.includes('note') ? 'note' : 'submit'
    case 'redo':
      return 'submit'
    case 'returnRequested':
      return 'decideReturn'
    case 'pendingReview':
      return 'review'
    case 'followingUp':
      return afterConclusion(file, course)
    case 'logged':
    case 'inVillage':
    case 'resolvedInVillage':
    case 'declined':
    case 'suspended':
    case 'concluded':
    case 'closed':
    case 'archived':
    case 'terminated':
    case 'merged':
      return undefined
  }
}

function afterConclusion({ verdict, followUpTries }: CaseFile, course: Course): CommandType {
  if (verdict !== undefined) return verdict.solved && verdict.satisfaction !== 'dissatisfied' ? 'close' : 'redo'
  if (followUpTries >= 3) return 'close'
  return course.ratesHimself && followUpTries === 0 ? 'rate' : 'followUp'
}

/** What the resident will say of the present result; a third one satisfies everybody. */
export function verdictOf(file: CaseFile, course: Course): Satisfaction {
  return course.verdicts[file.redoCount] ?? 'satisfied'
}

/** The first moment at which the case has been red and the officer on duty must know, if time alone brings it. */
export function redAtMs(file: CaseFile, msOf: (instant: string) => number): number | undefined {
  const due = runningClocks(file.clocks)
    .filter(({ kind, expired }) => (kind === 'handle' || kind === 'total') && expired !== true)
    .map(({ dueAt }) => msOf(dueAt))
  const open = file.alerts.find(({ colour, state }) => colour === 'red' && state === 'unacknowledged')
  const moments = open === undefined ? due : [msOf(open.since), ...due]
  return moments.length === 0 ? undefined : Math.min(...moments)
}

function isRunning(file: CaseFile, kind: 'contact' | 'handle'): boolean {
  return runningClocks(file.clocks).some((clock) => clock.kind === kind)
}

export function urgencyOf(file: CaseFile, course: Course): Urgency {
  return assignmentOf(file)?.urgency ?? course.urgency
}
