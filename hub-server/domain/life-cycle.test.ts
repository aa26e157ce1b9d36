import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  appeal,
  centreDirector,
  dutyOfficer,
  handler,
  housing,
  leader,
  otherHandler,
  resident,
  rules,
  transport,
  type Office,
} from '../../test/support/office.ts'
import { commandTypes, type CommandType } from '../contract/command.ts'
import { caseStates, openStates } from '../contract/vocabulary.ts'
import { commandRoles } from './access.ts'
import { runningClocks } from './case-clock.ts'
import { hindrance } from './decide.ts'
import { replay } from './evolve.ts'
import { cellOf } from './life-cycle.ts'
import { allowedOf, offersOf } from './offers.ts'
import { queuesOf } from './queues.ts'

test('every command has a word for every state', () => {
  for (const type of commandTypes)
    for (const state of caseStates) expect(['may', 'no', 'later']).toContain(cellOf(type, state))
})

test('ended matters take no order but a note, and the resident’s word', () => {
  const ended = caseStates.filter((state) => !openStates.has(state) && state !== 'resolvedInVillage')
  const taken = commandTypes.flatMap((type) =>
    ended.filter((state) => cellOf(type, state) === 'may').map((state) => `${type} ${state}`),
  )
  expect(taken).toEqual(['rate closed', 'note closed'])
})

test('what the state or the person does not allow is refused with a reason, and every command is either offered or refused', () => {
  const office = appeal()
  for (const who of [dutyOfficer, centreDirector, handler, leader, resident]) {
    const offers = offersOf(office.file(), { now: office.now(), who, rules })
    expect([...offers.allowed, ...offers.refused.map(({ type }) => type)].toSorted()).toEqual(
      [...commandTypes].toSorted(),
    )
    expect(allowedOf(office.file(), { now: office.now(), who, rules })).toEqual(offers.allowed)
  }
})

test('a command that nobody’s role allows is forbidden to all roles', () => {
  const office = appeal()
  const nobody: CommandType[] = commandTypes.filter((type) => commandRoles[type].length === 0)
  expect(nobody).toEqual(['rate'])
  expect(hindrance(office.file(), 'rate', { now: office.now(), who: centreDirector, rules })).toMatchObject({
    code: 'transition.forbidden',
  })
})

const acts: readonly ((office: Office) => unknown)[] = [
  (office) => office.order(dutyOfficer, 'accept'),
  (office) => office.order(dutyOfficer, 'decline', { reason: 'alreadySettled', explanation: '已有结论' }),
  (office) => office.order(dutyOfficer, 'dispatch', { leadUnit: housing, urgency: 'normal' }),
  (office) => office.order(dutyOfficer, 'dispatch', { leadUnit: transport, urgency: 'urgent' }),
  (office) => office.order(handler, 'acknowledge'),
  (office) => office.order(otherHandler, 'acknowledge'),
  (office) => office.order(handler, 'contact', { reached: true }),
  (office) => office.order(handler, 'requestReturn', { reason: '不属于', basis: '三定' }),
  (office) => office.order(dutyOfficer, 'decideReturn', { approved: true, to: transport }),
  (office) => office.order(dutyOfficer, 'decideReturn', { approved: false, reason: '属于' }),
  (office) => office.order(handler, 'submit', { reply: '办好了', done: true }),
  (office) => office.order(otherHandler, 'submit', { reply: '办好了', done: true }),
  (office) => office.order(centreDirector, 'review', { approved: true }),
  (office) => office.order(centreDirector, 'review', { approved: false, reason: '不实' }),
  (office) => office.order(dutyOfficer, 'followUp', { contacted: false }),
  (office) => office.order(dutyOfficer, 'followUp', { contacted: true, solved: true, satisfaction: 'satisfied' }),
  (office) => office.order(dutyOfficer, 'followUp', { contacted: true, solved: false }),
  (office) => office.order(dutyOfficer, 'close'),
  (office) => office.order(resident, 'rate', { solved: true, satisfaction: 'basic' }),
  (office) => office.order(dutyOfficer, 'acknowledgeAlert', { axis: 'time' }),
  (office) => office.wait({ hours: 5 }),
  (office) => office.wait({ days: 3 }),
]

test('whatever an office does in whatever order, its books stay in order', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(acts.length - 1), { maxLength: 60 }), (life) => {
      const office = appeal()
      const total = () => office.file().clocks.find((clock) => clock.kind === 'total')
      for (const index of life) {
        const before = office.file()
        acts[index]?.(office)
        const file = office.file()
        const open = openStates.has(file.stage.state)
        // no open matter without a clock or a queue, no ended one with either
        expect(runningClocks(file.clocks).length > 0).toBe(open)
        expect(queuesOf(file).length > 0).toBe(open)
        if (!open) expect(file.alerts).toEqual([])
        // one running clock of a kind; the total clock keeps its start
        const kinds = runningClocks(file.clocks).map((clock) => clock.kind)
        expect(new Set(kinds).size).toBe(kinds.length)
        expect(total()?.startedAt).toBe(file.registeredAt)
        expect(file.version).toBeGreaterThanOrEqual(before.version)
        expect(file.redoCount).toBeGreaterThanOrEqual(before.redoCount)
      }
      // the file is nothing but its events
      expect(replay('case-1', office.events())).toEqual(office.file())
      expect(office.events().map((event) => event.version)).toEqual(office.events().map((_event, index) => index + 1))
    }),
    { numRuns: 300 },
  )
})
