/** What a case is at a moment. Folded from its events by `evolve.ts`; what may happen to it is decided in `decide.ts`. */
import type { Actor } from '../contract/actor.ts'
import type { CaseEvent, EventData, EventType } from '../contract/event.ts'
import type { Instant } from '../contract/instant.ts'
import type { AlertAxis, AlertColour, CaseStateName, Satisfaction, Urgency } from '../contract/vocabulary.ts'
import type { CaseClock } from './case-clock.ts'

/** One unit's turn at the matter. Its clocks carry its number. */
export interface Assignment {
  readonly number: number
  readonly leadUnit: string
  readonly assistUnits: readonly string[]
  readonly urgency: Urgency
  readonly instruction?: string | undefined
  readonly dispatchedAt: Instant
}

/** Where the matter stands. What cannot be has no field. */
export type Stage =
  | { readonly state: 'logged' | 'inVillage' | 'resolvedInVillage' }
  | { readonly state: 'registered' | 'pendingDispatch' | 'declined' | 'terminated' | 'merged' }
  | { readonly state: 'pendingAck' | 'handling' | 'redo' | 'suspended'; readonly assignment: Assignment }
  | {
      readonly state: 'returnRequested'
      readonly assignment: Assignment
      readonly from: 'pendingAck' | 'handling' | 'redo'
    }
  | { readonly state: 'pendingReview' | 'concluded' | 'followingUp'; readonly assignment: Assignment }
  /** A row of an old file closes without ever having had an assignment here. */
  | { readonly state: 'closed' | 'archived'; readonly assignment?: Assignment }

export interface OpenAlert {
  readonly axis: AlertAxis
  readonly colour: AlertColour
  readonly ruleId: string
  readonly state: 'unacknowledged' | 'acknowledged'
  readonly since: Instant
}

/** What the resident said of the result, himself or when called. */
export interface Verdict {
  readonly solved: boolean
  readonly satisfaction: Satisfaction
  readonly by: 'resident' | 'followUp'
}

export interface CaseFile {
  readonly id: string
  readonly version: number
  readonly registeredAt: Instant
  readonly facts: Omit<EventData<'appeal.registered'>, 'clocks'>
  readonly stage: Stage
  readonly clocks: readonly CaseClock[]
  readonly alerts: readonly OpenAlert[]
  readonly assignmentCount: number
  readonly redoCount: number
  readonly returnCount: number
  /** Tries of the present follow-up; a redo begins a new one. */
  readonly followUpTries: number
  readonly verdict?: Verdict
  /** The unit's last reply, masked. */
  readonly reply?: string
}

/** An event with its place in the case's course; versions count from 1. */
export type RecordedEvent = { [T in EventType]: RecordedOf<T> }[EventType]
export type RecordedOf<T extends EventType> = Extract<CaseEvent, { type: T }> & {
  readonly at: Instant
  readonly actor: Actor
  readonly version: number
}

/** The unit that has the matter, or had it last. */
export function assignmentOf(file: CaseFile): Assignment | undefined {
  return 'assignment' in file.stage ? file.stage.assignment : undefined
}

export function stateOf(file: CaseFile): CaseStateName {
  return file.stage.state
}
