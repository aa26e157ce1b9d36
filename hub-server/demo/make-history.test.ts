import { expect, test } from 'vitest'
import { hubWithClock } from '../../test/support/hub-with-clock.ts'
import { alertColours } from '../contract/vocabulary.ts'
import { replay } from '../domain/evolve.ts'
import type { CaseFile } from '../domain/case-file.ts'
import type { Hub } from '../service/hub.ts'
import { queueNumbers, stateQueues } from '../service/read-numbers.ts'
import { signIn } from '../service/sign-in.ts'
import { verify } from '../service/verify.ts'
import { kindShares, repeatShare, urgencyShares } from './compose-appeal.ts'
import { loadDemoTexts } from './demo-texts.ts'
import { makeHistory } from './make-history.ts'

const sundayNight = '2026-11-22T03:00:00+08:00'
const history = { days: 60, cases: 900, until: sundayNight, seed: 11 }
const { hub } = hubWithClock(sundayNight)
const counts = makeHistory(hub, history)

function eventsOf(of: Hub) {
  return [...of.ledger.events.caseIds()].flatMap(({ case_id: id }) => of.ledger.events.course(id))
}

function openFiles(of: Hub): CaseFile[] {
  return stateQueues.flatMap((queue) =>
    of.ledger.queue
      .page(of.centre.code, queue, undefined, 5000)
      .flatMap(({ id }) => of.ledger.cases.byId(id)?.file ?? []),
  )
}

const events = eventsOf(hub)
const registered = events.flatMap((event) => (event.type === 'appeal.registered' ? [event.data] : []))
const share = (part: number, whole: number) => part / whole

test('on a Sunday night, too, cases stand in every open state and every colour', () => {
  const open = openFiles(hub)
  expect(new Set(open.map(({ stage }) => stage.state))).toEqual(
    new Set([
      ...['registered', 'pendingDispatch', 'pendingAck', 'handling'],
      ...['returnRequested', 'pendingReview', 'followingUp', 'redo'],
    ]),
  )
  expect(new Set(open.flatMap(({ alerts }) => alerts.map(({ colour }) => colour)))).toEqual(new Set(alertColours))
  const reds = open.flatMap(({ alerts }) => alerts.filter(({ colour }) => colour === 'red'))
  expect(new Set(reds.map(({ state }) => state))).toEqual(new Set(['unacknowledged', 'acknowledged']))
})

test('most of sixty days is closed, and what is open is about a tenth', () => {
  expect(counts.cases).toBe(history.cases)
  expect(registered).toHaveLength(history.cases)
  const open = openFiles(hub).length
  expect(share(open, history.cases)).toBeGreaterThan(0.05)
  expect(share(open, history.cases)).toBeLessThan(0.16)
})

test('the office of the history knows its rules: no command is refused', () => {
  expect(counts.refused).toBe(0)
  expect(counts.commands).toBeGreaterThan(6 * history.cases)
})

test('kinds come in the mix that neighbours report', () => {
  for (const [kind, wanted] of Object.entries(kindShares)) {
    const got = share(registered.filter((each) => each.kind === kind).length, registered.length)
    expect(Math.abs(got - wanted), `${kind}: ${String(got)}`).toBeLessThan(0.05)
  }
})

test('some orders are urgent or complex and hardly any is critical', () => {
  const sent = events.flatMap((event) => (event.type === 'order.dispatched' ? [event.data.urgency] : []))
  for (const [urgency, wanted] of Object.entries(urgencyShares)) {
    const got = share(sent.filter((each) => each === urgency).length, sent.length)
    expect(Math.abs(got - wanted), `${urgency}: ${String(got)}`).toBeLessThan(0.05)
  }
})

test('about one appeal in seven is heard of again', () => {
  const { repeats } = loadDemoTexts().office
  const isRepeat = (title: string) =>
    repeats.some((form) => {
      const [before = '', after = ''] = form.split('{title}')
      return title.startsWith(before) && title.endsWith(after)
    })
  const got = share(registered.filter(({ title }) => isRepeat(title)).length, registered.length)
  expect(Math.abs(got - repeatShare), String(got)).toBeLessThan(0.05)
  expect(registered.some(({ duplicateOf }) => duplicateOf !== undefined)).toBe(true)
})

test('a few orders run over their time and a few residents are not satisfied', () => {
  const casesOf = (wanted: (event: (typeof events)[number]) => boolean) =>
    new Set(events.filter(wanted).map(({ caseId }) => caseId)).size
  const overdue = casesOf((event) => event.type === 'clock.expired' && event.data.kind === 'handle')
  const dissatisfied = casesOf((event) => event.type === 'order.redo')
  expect(share(overdue, history.cases)).toBeGreaterThan(0.01)
  expect(share(overdue, history.cases)).toBeLessThan(0.07)
  expect(share(dissatisfied, history.cases)).toBeGreaterThan(0.02)
  expect(share(dissatisfied, history.cases)).toBeLessThan(0.1)
})

test('people call by day: between nine and twelve come more than in the whole night', () => {
  const hours = events.filter(({ type }) => type === 'appeal.registered').map(({ at }) => Number(at.slice(11, 13)))
  const between = (from: number, to: number) => hours.filter((hour) => hour >= from && hour < to).length
  expect(between(9, 12)).toBeGreaterThan(between(0, 7) + between(22, 24))
  expect(between(19, 22)).toBeGreaterThan(0)
})

test('every county has its share, and no unit handles what lies outside its area', () => {
  const counties = new Set(registered.map(({ divisionCode }) => hub.reference.ancestorsOf(divisionCode).at(-2)))
  expect(counties.size).toBe(8)
  const divisions = new Map(
    events.flatMap((event) =>
      event.type === 'appeal.registered' ? [[event.caseId, event.data.divisionCode] as const] : [],
    ),
  )
  for (const event of events) {
    if (event.type !== 'order.dispatched') continue
    const place = hub.reference.units.get(event.data.leadUnit)?.division
    expect(hub.reference.ancestorsOf(divisions.get(event.caseId) ?? '')).toContain(place)
  }
})

test('everything the screens see follows from the events', () => {
  expect(verify(hub)).toMatchObject({ ok: true, differences: [] })
  for (const file of openFiles(hub).slice(0, 20)) {
    const course = hub.ledger.events.course(file.id).map(({ seq: _seq, caseId: _id, ...event }) => event)
    expect(replay(file.id, course)).toEqual(file)
  }
  expect(queueNumbers(hub, hub.centre.code).queues.open.total).toBe(openFiles(hub).length)
})

test('time only goes on, and nothing happens after the end of the history', () => {
  const times = hub.ledger.audit.page(Number.MAX_SAFE_INTEGER, 100_000).map(({ at }) => at)
  expect(times.toReversed()).toEqual(times.toSorted())
  expect(events.every(({ at }) => at <= sundayNight)).toBe(true)
})

test('whoever acted has a name in the accounts and cannot be signed in as', async () => {
  const actors = new Set(events.flatMap(({ actor }) => (actor.kind === 'person' ? [actor.id] : [])))
  const accounts = [...actors].map((id) => hub.ledger.accounts.byId(id))
  expect(accounts.every((account) => account?.disabled === true && account.name.length > 1)).toBe(true)
  const username = accounts[0]?.username ?? ''
  expect(await signIn(hub, { username, password: '' })).toMatchObject({ ok: false, refusal: { code: 'auth.failed' } })
})

test('a history is made in an empty hub only', () => {
  expect(() => makeHistory(hub, history)).toThrow('empty hub')
})

test('the same seed gives the same history, another seed another one', () => {
  const made = (seed: number) => {
    const { hub: other } = hubWithClock(sundayNight)
    makeHistory(other, { ...history, cases: 60, seed })
    return eventsOf(other)
  }
  const first = made(5)
  expect(made(5)).toEqual(first)
  expect(made(6)).not.toEqual(first)
})
