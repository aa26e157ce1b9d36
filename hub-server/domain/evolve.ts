/** Events into a case file, one small function an event. It only remembers: no rule refuses anything here. */
import type { EventType } from '../contract/event.ts'
import type { AlertAxis } from '../contract/vocabulary.ts'
import { drop, reopen, startAll, stop, type CaseClock } from './case-clock.ts'
import {
  assignmentOf,
  type CaseFile,
  type OpenAlert,
  type RecordedEvent,
  type RecordedOf,
  type Stage,
} from './case-file.ts'

/** The file after one more event of the ledger. Events before the registration leave nothing. */
export function evolve(id: string, file: CaseFile | undefined, event: RecordedEvent): CaseFile | undefined {
  if (event.type === 'appeal.registered') return registered(id, event)
  if (file === undefined) return undefined
  // The table pairs each event with its own function; the compiler cannot follow the pairing through a union.
  const after = afterEvent[event.type] as (file: CaseFile, event: RecordedEvent) => CaseFile
  return { ...after(file, event), version: event.version }
}

/** A file from all its events. */
export function replay(id: string, events: readonly RecordedEvent[]): CaseFile | undefined {
  return events.reduce<CaseFile | undefined>((file, event) => evolve(id, file, event), undefined)
}

function registered(id: string, event: RecordedOf<'appeal.registered'>): CaseFile {
  const { clocks, ...facts } = event.data
  return {
    id,
    version: event.version,
    registeredAt: event.at,
    facts,
    stage: { state: 'registered' },
    clocks: startAll([], clocks, null),
    alerts: [],
    assignmentCount: 0,
    redoCount: 0,
    returnCount: 0,
    followUpTries: 0,
  }
}

const unchanged = (file: CaseFile): CaseFile => file
const everyKind = ['triage', 'acknowledge', 'contact', 'handle', 'review', 'followUp', 'total'] as const

const afterEvent: { [T in EventType]: (file: CaseFile, event: RecordedOf<T>) => CaseFile } = {
  'appeal.registered': unchanged,
  'order.accepted': (file) => ({ ...file, stage: { state: 'pendingDispatch' } }),
  'order.declined': (file, { at }) => ({
    ...file,
    stage: { state: 'declined' },
    clocks: drop(file.clocks, everyKind, at),
  }),
  'order.dispatched': (file, { data, at }) => ({
    ...file,
    assignmentCount: data.assignment,
    stage: {
      state: 'pendingAck',
      assignment: {
        number: data.assignment,
        leadUnit: data.leadUnit,
        assistUnits: data.assistUnits,
        urgency: data.urgency,
        instruction: data.instruction,
        dispatchedAt: at,
      },
    },
    clocks: startAll(stop(file.clocks, 'triage', at), data.clocks, data.assignment),
  }),
  'order.acknowledged': (file, { at }) => ({
    ...handled(file, 'handling'),
    clocks: stop(file.clocks, 'acknowledge', at),
  }),
  'order.contacted': (file, { data, at }) =>
    data.reached ? { ...file, clocks: stop(file.clocks, 'contact', at) } : file,
  'order.returnRequested': (file) => {
    const { stage } = file
    if (stage.state !== 'pendingAck' && stage.state !== 'handling' && stage.state !== 'redo') return file
    return { ...file, stage: { state: 'returnRequested', assignment: stage.assignment, from: stage.state } }
  },
  'order.returnDecided': (file, { data, at }) => {
    const { stage } = file
    if (stage.state !== 'returnRequested') return file
    if (!data.approved) return { ...file, stage: { state: stage.from, assignment: stage.assignment } }
    const clocks = drop(file.clocks, ['acknowledge', 'contact', 'handle'], at)
    return {
      ...file,
      stage: { state: 'pendingDispatch' },
      returnCount: file.returnCount + 1,
      clocks: startAll(clocks, data.clocks, null),
    }
  },
  'order.submitted': (file, { data, at }) => ({
    ...handled(file, 'pendingReview'),
    reply: data.reply,
    clocks: startAll(drop(stop(file.clocks, 'handle', at), ['contact'], at), data.clocks, file.assignmentCount),
  }),
  'order.reviewRejected': (file, { at }) => ({
    ...handled(file, 'handling'),
    clocks: reopen(stop(file.clocks, 'review', at), 'handle'),
  }),
  'order.concluded': (file, { at }) => ({
    ...handled(file, 'concluded'),
    clocks: stop(stop(file.clocks, 'review', at), 'total', at),
  }),
  'order.followUpStarted': (file, { data }) => ({
    ...handled(file, 'followingUp'),
    followUpTries: 0,
    clocks: startAll(file.clocks, data.clocks, file.assignmentCount),
  }),
  'order.followedUp': (file, { data, at }) => ({
    ...file,
    followUpTries: data.tries,
    ...(data.contacted && { clocks: stop(file.clocks, 'followUp', at) }),
    ...(data.contacted && {
      verdict: { solved: data.solved ?? false, satisfaction: data.satisfaction, by: 'followUp' },
    }),
  }),
  'order.redo': (file, { data, at }) => {
    const { verdict: _answered, ...rest } = handled(file, 'redo')
    const clocks = reopen(drop(stop(file.clocks, 'followUp', at), everyKind, at), 'total')
    return { ...rest, redoCount: data.redoCount, clocks: startAll(clocks, data.clocks, file.assignmentCount) }
  },
  'order.rated': (file, { data }) => ({
    ...file,
    verdict: { solved: data.solved, satisfaction: data.satisfaction, by: 'resident' },
  }),
  'order.closed': (file, { data, at }) => {
    const assignment = assignmentOf(file)
    return {
      ...file,
      stage: { state: 'closed', ...(assignment && { assignment }) },
      ...(data.reply !== undefined && { reply: data.reply }),
      clocks: drop(stop(file.clocks, 'followUp', at), everyKind, at),
    }
  },
  'order.noted': unchanged,
  'order.instructed': unchanged,
  'order.urged': unchanged,
  'clock.expired': (file, { data }) => ({ ...file, clocks: file.clocks.map((clock) => expired(clock, data.kind)) }),
  'alert.raised': (file, { data, at }) => withAlert(file, { ...shown(data), state: 'unacknowledged', since: at }),
  'alert.upgraded': (file, { data, at }) => withAlert(file, { ...shown(data), state: 'unacknowledged', since: at }),
  'alert.lowered': (file, { data, at }) => withAlert(file, { ...shown(data), state: 'acknowledged', since: at }),
  'alert.cleared': (file, { data }) => ({ ...file, alerts: alertsBeside(file, data.axis) }),
  'alert.acknowledged': (file, { data }) => ({
    ...file,
    alerts: file.alerts.map((alert) =>
      alert.axis === data.axis ? { ...alert, state: 'acknowledged' as const } : alert,
    ),
  }),
}

/** The same assignment in another state; a file that has none stays as it is. */
function handled(file: CaseFile, state: 'handling' | 'redo' | 'pendingReview' | 'concluded' | 'followingUp'): CaseFile {
  const assignment = assignmentOf(file)
  const stage: Stage | undefined = assignment && { state, assignment }
  return stage ? { ...file, stage } : file
}

function expired(clock: CaseClock, kind: CaseClock['kind']): CaseClock {
  return clock.kind === kind && clock.outcome === 'running' ? { ...clock, expired: true } : clock
}

function shown(data: RecordedOf<'alert.raised'>['data']): Pick<OpenAlert, 'axis' | 'colour' | 'ruleId'> {
  return { axis: data.axis, colour: data.colour, ruleId: data.ruleId }
}

function withAlert(file: CaseFile, alert: OpenAlert): CaseFile {
  return { ...file, alerts: [...alertsBeside(file, alert.axis), alert] }
}

function alertsBeside(file: CaseFile, axis: AlertAxis): readonly OpenAlert[] {
  return file.alerts.filter((alert) => alert.axis !== axis)
}
