/** A case told as an office would: given what happened, when somebody orders something, then these facts or this refusal. The clock is pushed. */
import type { Actor } from '../../hub-server/contract/actor.ts'
import { payloadSchemas, type Command, type CommandType } from '../../hub-server/contract/command.ts'
import type { CaseEvent } from '../../hub-server/contract/event.ts'
import { instantOf, msOf, type Instant } from '../../hub-server/contract/instant.ts'
import type { Unit } from '../../hub-server/contract/reference.ts'
import type { Refusal } from '../../hub-server/contract/refusal.ts'
import type { AppealKind, Role } from '../../hub-server/contract/vocabulary.ts'
import type { Principal } from '../../hub-server/domain/access.ts'
import type { CaseFile, RecordedEvent } from '../../hub-server/domain/case-file.ts'
import type { Rules } from '../../hub-server/domain/circumstances.ts'
import { decide } from '../../hub-server/domain/decide.ts'
import { evolve } from '../../hub-server/domain/evolve.ts'
import { registerAppeal } from '../../hub-server/domain/register-appeal.ts'
import { passTime } from '../../hub-server/domain/time-alert.ts'
import { shippedCalendar, shippedProfile } from './rule-documents.ts'

const city = '430900000000'
const village = '430922101001'
export const housing = `430922000000.housing`
export const transport = `430922000000.transport`

const unit = (code: string): Unit => ({
  code,
  name: code,
  shortName: code,
  department: code.split('.')[1] ?? '',
  division: code.slice(0, 12),
  tier: 'county',
  capacity: 100,
})

export const rules: Rules = {
  profile: shippedProfile,
  calendar: shippedCalendar,
  units: new Map([housing, transport].map((code) => [code, unit(code)])),
  codeVersion: 'test',
  centre: city,
}

function person(role: Role, unitCode: string | null = null): Principal {
  const actor: Actor = { kind: 'person', id: `${role}-1`, ...(unitCode !== null && { unit: unitCode }) }
  return { actor, roles: [role], division: city, unit: unitCode }
}

export const dutyOfficer = person('dutyOfficer')
export const centreDirector = person('centreDirector')
export const leader = person('leader')
export const handler = person('unitHandler', housing)
export const otherHandler = person('unitHandler', transport)
export const resident: Principal = {
  actor: { kind: 'resident', id: 'resident:case-1' },
  roles: [],
  division: null,
  unit: null,
}

export interface Office {
  readonly file: () => CaseFile
  readonly now: () => Instant
  readonly events: () => readonly RecordedEvent[]
  /** Somebody orders something now; gives the types of what happened, or the refusal. */
  readonly order: (who: Principal, type: CommandType, payload?: object) => readonly string[] | Refusal
  /** The clock moves to a moment; what falls due on the way happens at its own time. */
  readonly waitUntil: (moment: Instant) => readonly string[]
  readonly wait: (span: { days?: number; hours?: number; minutes?: number }) => readonly string[]
}

/** An appeal taken in at a moment (a Monday at nine unless said otherwise). */
export function appeal(start: Instant = '2026-11-23T09:00:00+08:00', kind: AppealKind = 'complaint'): Office {
  let now = start
  let file: CaseFile | undefined
  const events: RecordedEvent[] = []
  const happen = (happened: readonly CaseEvent[], actor: Actor) => {
    for (const event of happened) {
      const recorded: RecordedEvent = { ...event, at: now, actor, version: (file?.version ?? 0) + 1 }
      file = evolve('case-1', file, recorded)
      events.push(recorded)
    }
    return happened.map((event) => event.type)
  }
  const current = (): CaseFile => {
    if (file === undefined) throw new Error('the appeal was not registered')
    return file
  }
  const facts = {
    caseCode: 'YY261123-0001',
    kind,
    channel: 'hotline12345',
    title: '路灯不亮',
    text: '村口路灯坏了。',
    divisionCode: village,
    reachable: true,
  } as const
  happen([registerAppeal(facts, start, rules)], { kind: 'program', id: 'key' })

  const waitUntil = (moment: Instant) => {
    const turns = current().clocks.flatMap((clock) => [clock.blueAt, clock.yellowAt, instantOf(msOf(clock.dueAt) + 1)])
    const due = [...new Set(turns)].filter((turn) => turn > now && turn <= moment).toSorted()
    const happened: string[] = []
    for (const turn of [...due, moment]) {
      now = turn
      happened.push(...happen(passTime(current(), now, rules.profile), { kind: 'system', id: 'system' }))
    }
    return happened
  }

  return {
    file: current,
    now: () => now,
    events: () => events,
    order: (who, type, payload = {}) => {
      const command = { type, payload: payloadSchemas[type].parse(payload) } as Command
      const answer = decide(current(), command, { now, who, rules })
      return answer.ok ? happen(answer.value, who.actor) : answer.refusal
    },
    waitUntil,
    wait: ({ days = 0, hours = 0, minutes = 0 }) =>
      waitUntil(instantOf(msOf(now) + ((days * 24 + hours) * 60 + minutes) * 60_000)),
  }
}

/** The ordinary path up to a state. */
export function appealIn(
  state: 'pendingDispatch' | 'pendingAck' | 'handling' | 'pendingReview' | 'followingUp',
  urgency: 'critical' | 'urgent' | 'normal' | 'complex' = 'normal',
  start?: Instant,
): Office {
  const office = appeal(start)
  const steps: [string, () => unknown][] = [
    ['pendingDispatch', () => office.order(dutyOfficer, 'accept')],
    ['pendingAck', () => office.order(dutyOfficer, 'dispatch', { leadUnit: housing, urgency })],
    ['handling', () => office.order(handler, 'acknowledge')],
    ['pendingReview', () => office.order(handler, 'submit', { reply: '路灯已修好。', done: true })],
    ['followingUp', () => office.order(centreDirector, 'review', { approved: true })],
  ]
  for (const [reached, step] of steps) {
    step()
    if (reached === state) break
  }
  return office
}
