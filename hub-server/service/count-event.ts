/** Which daily numbers an event adds to (rules.md 5.1), for every division above the case and for its lead unit. */
import type { RecordedEvent, CaseFile } from '../domain/case-file.ts'
import { assignmentOf } from '../domain/case-file.ts'
import { runningClocks } from '../domain/case-clock.ts'
import type { DailyName } from '../store/counts.ts'
import type { Hub } from './hub.ts'
import { unitNode } from './project.ts'

export function countEvent(
  hub: Hub,
  before: CaseFile | undefined,
  after: CaseFile,
  event: RecordedEvent,
  day: string,
): void {
  if (after.facts.historic === true) return
  const names = namesOf(hub, before, event)
  if (names.length === 0) return
  const unit = assignmentOf(after)?.leadUnit
  const nodes = [
    ...hub.reference.ancestorsOf(after.facts.divisionCode),
    ...(unit === undefined ? [] : [unitNode(unit)]),
  ]
  if (event.type === 'appeal.registered') hub.ledger.counts.addRegistered(nodes, day, event.at.slice(11, 13))
  else for (const name of names) hub.ledger.counts.add(nodes, day, name)
}

function namesOf(hub: Hub, before: CaseFile | undefined, event: RecordedEvent): readonly DailyName[] {
  switch (event.type) {
    case 'appeal.registered':
      return ['registered']
    case 'order.dispatched':
      return ['dispatched']
    case 'order.acknowledged':
      return ['acknowledged']
    case 'order.concluded':
      return ['concluded']
    case 'order.closed':
      return ['closed']
    case 'clock.expired':
      return event.data.kind === 'handle' ? ['expired'] : event.data.kind === 'contact' ? ['contactEnded'] : []
    case 'order.contacted':
      return event.data.reached && firstContactInTime(before) ? ['contactMet', 'contactEnded'] : []
    case 'order.followedUp':
      return event.data.contacted
        ? [
            'followedUp',
            ...(event.data.solved ? (['solved'] as const) : []),
            ...ratingNames(hub, event.data.satisfaction),
          ]
        : []
    case 'order.rated':
      return ratingNames(hub, event.data.satisfaction)
    default:
      return []
  }
}

function firstContactInTime(before: CaseFile | undefined): boolean {
  return (
    before !== undefined && runningClocks(before.clocks).some((clock) => clock.kind === 'contact' && !clock.expired)
  )
}

function ratingNames(hub: Hub, satisfaction: 'satisfied' | 'basic' | 'dissatisfied' | 'none'): readonly DailyName[] {
  if (satisfaction === 'none') return []
  const pleased = hub.rules.profile.followUp.countsAsSatisfied.value.includes(satisfaction)
  return pleased ? ['rated', 'pleased'] : ['rated']
}
