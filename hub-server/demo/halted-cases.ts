/** The picture the history ends with: cases that stand in every state and every colour, whatever the hour and the day of the week. */
import type { Urgency } from '../contract/vocabulary.ts'
import type { Halt } from './course.ts'

export interface HaltedKind extends Halt {
  readonly urgency: Urgency
  /** How long before the end such a case came in, in hours. */
  readonly ageHours: readonly [number, number]
  /** How many of 6,000 cases; one at least. */
  readonly of6000: number
}

/**
 * Colours are shown by urgent orders, whose 24 hours run day and night: blue with half, yellow with a fifth of the time left, red past
 * it (the total clock, 30 hours from registration, turns at 15 and 24 hours).
 */
export const haltedKinds: readonly HaltedKind[] = [
  { state: 'registered', urgency: 'normal', ageHours: [0.02, 0.6], of6000: 6 },
  { state: 'pendingDispatch', urgency: 'normal', ageHours: [1, 3], hurried: true, of6000: 5 },
  { state: 'pendingAck', urgency: 'normal', ageHours: [1, 9], hurried: true, of6000: 6 },
  { state: 'handling', urgency: 'urgent', ageHours: [16, 18], of6000: 6 },
  { state: 'handling', urgency: 'urgent', ageHours: [21, 23], of6000: 5 },
  { state: 'handling', urgency: 'urgent', ageHours: [26, 50], of6000: 4 },
  { state: 'handling', urgency: 'urgent', ageHours: [26, 40], alertOpen: true, of6000: 4 },
  { state: 'returnRequested', urgency: 'normal', ageHours: [4, 12], hurried: true, of6000: 6 },
  { state: 'pendingReview', urgency: 'normal', ageHours: [8, 20], hurried: true, of6000: 6 },
  { state: 'followingUp', urgency: 'normal', ageHours: [12, 30], hurried: true, of6000: 6 },
  { state: 'redo', urgency: 'normal', ageHours: [40, 70], hurried: true, of6000: 5 },
]
