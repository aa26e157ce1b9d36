/** What happened, in the words of the office: one line and, where there is more, a second. */
import type { TimelineItem } from '../../../hub-server/contract/case-view.ts'
import { eventDataSchemas, type CaseEvent, type EventType } from '../../../hub-server/contract/event.ts'
import type { Text } from '../../shared/text/use-text.ts'

export interface CourseWords {
  readonly what: string
  /** Stands behind `what` on the first line. */
  readonly more: string | null
  /** Words somebody wrote, masked. */
  readonly detail: string | null
  /** The state of the matter changed here. */
  readonly turned: boolean
  /** Something a person did, not a clock or an alert. */
  readonly act: boolean
}

type T = Text['t']
type UnitName = (code: string) => string

/** Events that move the matter from one state to another. */
const turning: ReadonlySet<EventType> = new Set<EventType>([
  'appeal.registered',
  'order.accepted',
  'order.declined',
  'order.dispatched',
  'order.acknowledged',
  'order.returnRequested',
  'order.returnDecided',
  'order.submitted',
  'order.reviewRejected',
  'order.concluded',
  'order.redo',
  'order.closed',
])

/** `unitName` gives the name of a unit code, or the code itself. An event of a later version is told by its name alone. */
export function courseWords(item: TimelineItem, t: T, unitName: UnitName): CourseWords {
  const { type } = item
  const parsed = eventDataSchemas[type].safeParse(item.data)
  const [more, detail] = parsed.success ? partsOf({ type, data: parsed.data } as CaseEvent, t, unitName) : [null, null]
  return {
    what: t(`labels.event.${type}`),
    more,
    detail,
    turned: turning.has(type),
    act: !type.startsWith('alert.') && !type.startsWith('clock.') && type !== 'order.followUpStarted',
  }
}

type Parts = readonly [more: string | null, detail: string | null]

function partsOf(event: CaseEvent, t: T, unitName: UnitName): Parts {
  switch (event.type) {
    case 'appeal.registered':
      return [
        `${t(`labels.channel.${event.data.channel}`)} · ${event.data.caseCode}`,
        event.data.duplicateOf === undefined ? null : t('caseFile.course.duplicate'),
      ]
    case 'order.declined':
    case 'order.dispatched':
    case 'order.returnDecided':
      return centreParts(event, t, unitName)
    case 'order.contacted':
    case 'order.returnRequested':
    case 'order.submitted':
      return unitParts(event, t)
    case 'order.reviewRejected':
      return [null, event.data.reason]
    case 'order.concluded':
      return [null, event.data.reason ?? null]
    case 'order.followedUp':
    case 'order.redo':
    case 'order.rated':
    case 'order.closed':
      return afterParts(event, t)
    case 'order.noted':
    case 'order.instructed':
    case 'order.urged':
      return [null, event.data.text]
    case 'clock.expired':
      return [t('caseFile.course.clockOf', { clock: t(`labels.clock.${event.data.kind}`) }), null]
    case 'alert.raised':
    case 'alert.upgraded':
    case 'alert.lowered':
      return [
        `${t(`labels.colour.${event.data.colour}`)} ${t(`labels.axis.${event.data.axis}`)}`,
        event.data.clock === undefined
          ? null
          : t('caseFile.course.clockOf', { clock: t(`labels.clock.${event.data.clock}`) }),
      ]
    case 'alert.cleared':
    case 'alert.acknowledged':
      return [t(`labels.axis.${event.data.axis}`), null]
    case 'order.accepted':
    case 'order.acknowledged':
    case 'order.followUpStarted':
      return [null, null]
  }
}

type Of<K extends EventType> = Extract<CaseEvent, { type: K }>

function centreParts(
  event: Of<'order.declined' | 'order.dispatched' | 'order.returnDecided'>,
  t: T,
  unitName: UnitName,
): Parts {
  if (event.type === 'order.declined') {
    const { reason, explanation, rightWay } = event.data
    const way = rightWay === undefined ? [] : [t('caseFile.course.rightWay', { way: rightWay })]
    return [
      t('caseFile.course.declined', { reason: t(`labels.declineReason.${reason}`) }),
      [explanation, ...way].join(' · '),
    ]
  }
  if (event.type === 'order.returnDecided') {
    return [t(`caseFile.course.${event.data.approved ? 'returnYes' : 'returnNo'}`), event.data.reason ?? null]
  }
  const { leadUnit, assistUnits, urgency, instruction } = event.data
  const lead = t('caseFile.course.dispatched', { unit: unitName(leadUnit), urgency: t(`labels.urgency.${urgency}`) })
  const assist =
    assistUnits.length === 0
      ? []
      : [t('caseFile.course.assist', { units: assistUnits.map(unitName).join(t('caseFile.separator')) })]
  return [[lead, ...assist].join(' · '), instruction ?? null]
}

function unitParts(event: Of<'order.contacted' | 'order.returnRequested' | 'order.submitted'>, t: T): Parts {
  if (event.type === 'order.contacted') {
    return [t(`caseFile.course.${event.data.reached ? 'reached' : 'notReached'}`), event.data.note ?? null]
  }
  if (event.type === 'order.returnRequested') {
    return [null, `${event.data.reason} · ${t('caseFile.course.basis', { basis: event.data.basis })}`]
  }
  return [t(`caseFile.course.${event.data.done ? 'done' : 'notDone'}`), event.data.reply]
}

function afterParts(event: Of<'order.followedUp' | 'order.redo' | 'order.rated' | 'order.closed'>, t: T): Parts {
  switch (event.type) {
    case 'order.followedUp': {
      const { contacted, solved, satisfaction, tries, note } = event.data
      const how = contacted
        ? `${t(`caseFile.course.followedUp.${solved === true ? 'solved' : 'unsolved'}`)} · ${t(`labels.satisfaction.${satisfaction}`)}`
        : t('caseFile.course.followedUp.none', { tries })
      return [how, note ?? null]
    }
    case 'order.redo': {
      const { reason, redoCount } = event.data
      const why = reason === 'unsolved' || reason === 'dissatisfied' ? t(`caseFile.course.redoWhy.${reason}`) : reason
      return [t('caseFile.course.redo', { count: redoCount }), why]
    }
    case 'order.rated': {
      const solved = t(`caseFile.course.followedUp.${event.data.solved ? 'solved' : 'unsolved'}`)
      return [`${solved} · ${t(`labels.satisfaction.${event.data.satisfaction}`)}`, event.data.text ?? null]
    }
    case 'order.closed':
      return [t(`caseFile.course.closedBy.${event.data.by}`), null]
  }
}
