import { expect, test } from 'vitest'
import { hubWithClock, type HubWithClock } from '../../test/support/hub-with-clock.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from '../service/hub.ts'
import { stateQueues } from '../service/read-numbers.ts'
import { runCommand } from '../service/run-command.ts'
import { makeLiveOffice, type LiveOfficeOptions } from './live-office.ts'
import { makeHistory } from './make-history.ts'

const mondayMorning = '2026-11-23T09:00:00+08:00'

function officeOver(hub: Hub, options: Partial<LiveOfficeOptions> = {}) {
  const errors: unknown[] = []
  const office = makeLiveOffice(hub, {
    seed: 3,
    everySeconds: 20,
    onError: (error) => {
      errors.push(error)
    },
    ...options,
  })
  return { office, errors }
}

async function letPass({ push }: HubWithClock, beat: () => Promise<void>, minutes: number): Promise<void> {
  for (let seconds = 0; seconds < minutes * 60; seconds += 2) {
    push({ seconds: 2 })
    await beat()
  }
}

function openIds(hub: Hub): string[] {
  return stateQueues.flatMap((queue) =>
    hub.ledger.queue.page(hub.centre.code, queue, undefined, 5000).map(({ id }) => id),
  )
}

const versionOf = (hub: Hub, id: string) => hub.ledger.cases.byId(id)?.file.version

test('an appeal comes about every twenty seconds, and the office takes it from triage to closed', async () => {
  const started = hubWithClock(mondayMorning)
  const { hub } = started
  const { office, errors } = officeOver(hub)
  await letPass(started, office.beat, 50)
  const ids = [...hub.ledger.events.caseIds()].map(({ case_id: id }) => id)
  expect(ids.length).toBeGreaterThan(110)
  expect(ids.length).toBeLessThan(200)
  const states = ids.map((id) => hub.ledger.cases.byId(id)?.file.stage.state)
  expect(states.filter((state) => state === 'closed').length).toBeGreaterThan(20)
  expect(new Set(states).size).toBeGreaterThan(4)
  expect(errors).toEqual([])
})

test('open cases of the history are gone on with, but not the one a person has opened', async () => {
  const started = hubWithClock(mondayMorning)
  const { hub } = started
  makeHistory(hub, { days: 60, cases: 200, until: mondayMorning, seed: 4 })
  const open = openIds(hub)
  const [opened = '', busy = ''] = open
  hub.attention.add(opened)
  const before = new Map(open.map((id) => [id, versionOf(hub, id)]))
  const { office, errors } = officeOver(hub, { everySeconds: 0, isPersonAtWork: (id) => id === busy })
  await letPass(started, office.beat, 150)
  const touched = open.filter((id) => versionOf(hub, id) !== before.get(id))
  expect(touched.length).toBeGreaterThan(open.length / 4)
  expect(touched).not.toContain(opened)
  expect(touched).not.toContain(busy)
  expect(errors).toEqual([])
})

test('a case that a person has acted on is left to him, also after the next start', async () => {
  const started = hubWithClock(mondayMorning)
  const { hub } = started
  makeHistory(hub, { days: 60, cases: 100, until: mondayMorning, seed: 5 })
  const [own = ''] = openIds(hub)
  const officer: Principal = {
    actor: { kind: 'person', id: 'a person', centre: hub.centre.code },
    roles: ['dutyOfficer'],
    division: hub.centre.code,
    unit: null,
  }
  const noted = await runCommand(hub, officer, {
    id: 'note-of-a-person',
    caseId: own,
    type: 'note',
    payload: { text: '我来跟这件。' },
  })
  expect(noted).toMatchObject({ ok: true })
  const version = versionOf(hub, own)
  const { office } = officeOver(hub, { everySeconds: 0 })
  await letPass(started, office.beat, 120)
  expect(versionOf(hub, own)).toBe(version)
})

test('after three days of standstill the office goes on calmly', async () => {
  const started = hubWithClock(mondayMorning)
  const { hub } = started
  makeHistory(hub, { days: 60, cases: 300, until: mondayMorning, seed: 6 })
  started.push({ hours: 72 })
  const before = hub.ledger.events.lastSeq()
  const { office, errors } = officeOver(hub)
  await letPass(started, office.beat, 1)
  const appeals = [...hub.ledger.events.caseIds()].length - 300
  expect(appeals).toBeLessThan(8)
  expect(hub.ledger.events.lastSeq() - before).toBeLessThan(60)
  expect(errors).toEqual([])
})

test('a machine that slept for an hour gets one appeal, not all that were missed', async () => {
  const started = hubWithClock(mondayMorning)
  const { office } = officeOver(started.hub)
  started.push({ hours: 1 })
  await office.beat()
  await office.beat()
  expect([...started.hub.ledger.events.caseIds()]).toHaveLength(1)
})

test('a fault is told and the office goes on', async () => {
  const started = hubWithClock(mondayMorning)
  let faults = 0
  const { office, errors } = officeOver(started.hub, {
    isPersonAtWork: () => {
      faults += 1
      if (faults === 1) throw new Error('the desk does not answer')
      return false
    },
  })
  await letPass(started, office.beat, 10)
  expect(errors).toHaveLength(1)
  expect([...started.hub.ledger.events.caseIds()].length).toBeGreaterThan(15)
})
