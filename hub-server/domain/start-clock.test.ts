import { describe, expect, test } from 'vitest'
import { shippedCalendar as calendar, shippedProfile as profile } from '../../test/support/rule-documents.ts'
import { clockKinds, clockSchema, type Clock, type ClockKind } from '../contract/clock.ts'
import { urgencies, type AppealKind, type Urgency } from '../contract/vocabulary.ts'
import { startClock } from './start-clock.ts'

/** Wednesday 25 November 2026, in business hours. */
const startAt = '2026-11-25T10:00:00+08:00'

function clock(kind: ClockKind, urgency: Urgency, appealKind: AppealKind = 'complaint', redo = false): Clock {
  return startClock({ kind, urgency, appealKind, startAt, profile, calendar, redo })
}

/** rules.md 3.4.2, each cell, started on a Wednesday at 10:00: critical, urgent, normal, complex. */
test.each<[ClockKind, string[]]>([
  ['triage', ['11-25T10:10', '11-25T10:30', '11-25T18:00', '11-25T18:00']],
  ['acknowledge', ['11-25T10:15', '11-25T11:00', '11-26T18:00', '11-26T18:00']],
  ['contact', ['11-25T10:30', '11-25T12:00', '11-26T18:00', '11-26T18:00']],
  ['handle', ['11-25T12:00', '11-26T10:00', '12-02T18:00', '12-16T18:00']],
  ['review', ['11-25T10:30', '11-25T14:00', '11-26T18:00', '11-27T18:00']],
  ['followUp', ['11-26T10:00', '11-26T18:00', '11-26T18:00', '11-30T18:00']],
  ['total', ['11-25T13:00', '11-26T16:00', '12-07T18:00', '12-22T18:00']],
])('each urgency of the %s clock has the due time of its cell', (kind, dues) => {
  expect(urgencies.map((urgency) => clock(kind, urgency).dueAt)).toEqual(dues.map((due) => `2026-${due}:00+08:00`))
})

test('a question is due after two working days, another appeal after five', () => {
  expect(clock('handle', 'normal', 'consult')).toMatchObject({ length: '2wd', ruleId: 'handle.normal.consult' })
  expect(clock('handle', 'normal', 'help')).toMatchObject({ length: '5wd', ruleId: 'handle.normal' })
  expect(clock('handle', 'complex', 'consult')).toMatchObject({ length: '15wd', ruleId: 'handle.complex' })
})

describe('a redo', () => {
  test.each<[Urgency, AppealKind, string, string]>([
    ['critical', 'complaint', '1h', 'handle.critical.redo'],
    ['urgent', 'complaint', '12h', 'handle.urgent.redo'],
    ['normal', 'complaint', '3wd', 'handle.normal.redo'],
    ['normal', 'consult', '1wd', 'handle.normal.consult.redo'],
    ['complex', 'complaint', '8wd', 'handle.complex.redo'],
  ])('of a %s %s has %s to handle', (urgency, appealKind, length, ruleId) => {
    expect(clock('handle', urgency, appealKind, true)).toMatchObject({ length, ruleId })
  })

  test('keeps at least the least number of days of the profile', () => {
    const redo = { minimumDays: { ...profile.redo.minimumDays, value: 4 } }
    const strict = { ...profile, redo }
    expect(
      startClock({
        kind: 'handle',
        urgency: 'normal',
        appealKind: 'help',
        startAt,
        profile: strict,
        calendar,
        redo: true,
      }).length,
    ).toBe('4wd')
  })

  test('does not shorten the other clocks', () => {
    for (const kind of clockKinds.filter((each) => each !== 'handle')) {
      expect(clock(kind, 'normal', 'complaint', true)).toEqual(clock(kind, 'normal'))
    }
  })
})

test('a clock names the rule, the source with its grade, and both versions it was started by', () => {
  const started = clock('handle', 'normal')
  expect(started).toMatchObject({
    kind: 'handle',
    startedAt: startAt,
    ruleId: 'handle.normal',
    profileVersion: 'yiyang-2026.1',
    calendarVersion: 'cn-2026.1',
    provisional: false,
  })
  expect(started.source).toMatch(/条例第24条.*（A）$/)
  expect(clockSchema.parse(started)).toEqual(started)
})

/** What the total clock must leave room for: triage, acknowledge, handle and review, each used to the last second. */
describe('an order on time at every stage is on time as a whole', () => {
  test.each(urgencies)('%s, from any hour of three weeks around 国庆', (urgency) => {
    for (const appealKind of ['consult', 'complaint'] as const) {
      for (let hour = 0; hour < 21 * 24; hour += 1) {
        const day = String(18 + Math.floor(hour / 24)).padStart(2, '0')
        const from = Number(day) <= 30 ? `09-${day}` : `10-${String(Number(day) - 30).padStart(2, '0')}`
        const registered = `2026-${from}T${String(hour % 24).padStart(2, '0')}:00:00+08:00`
        let at = registered
        for (const kind of ['triage', 'acknowledge', 'handle', 'review'] as const) {
          at = startClock({ kind, urgency, appealKind, startAt: at, profile, calendar }).dueAt
        }
        const total = startClock({ kind: 'total', urgency, appealKind, startAt: registered, profile, calendar }).dueAt
        expect(at <= total, `${registered}: stages end ${at}, total ${total}`).toBe(true)
      }
    }
  })
})
