import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shippedCalendar as calendar, shippedProfile as profile } from '../../test/support/rule-documents.ts'
import { clockKinds, type Due, type Length, type LengthUnit } from '../contract/clock.ts'
import { dayNumberAt, instantOf, msOf, startOfDayMs } from '../contract/instant.ts'
import { appealKinds, urgencies } from '../contract/vocabulary.ts'
import { dueOf } from './deadline.ts'
import { startClock } from './start-clock.ts'
import { isWorkday } from './work-calendar.ts'

const firstMs = startOfDayMs(calendar.firstDay - 400)
const lastMs = startOfDayMs(calendar.lastDay + 400)
const start = fc.integer({ min: firstMs / 1000, max: lastMs / 1000 }).map((seconds) => seconds * 1000)
const count = fc.integer({ min: 1, max: 120 })
const unit = fc.constantFrom<LengthUnit>('wd', 'd', 'h', 'min', 'mo', 'y')
const countFor = (of: LengthUnit, n: number): Length => `${of === 'y' ? 1 + (n % 9) : n}${of}`
const length: fc.Arbitrary<Length> = fc.oneof(
  fc.tuple(unit, count).map(([of, n]) => countFor(of, n)),
  fc.constant<Length>('sameWorkday'),
)

function due(startMs: number, of: Length): Due {
  return dueOf({
    startAt: instantOf(startMs),
    length: of,
    calendar,
    dayEndsAt: '18:00:00',
    naturalDayEndsAt: '23:59:59',
  })
}

test('a later start is never due earlier', () => {
  fc.assert(
    fc.property(start, fc.integer({ min: 0, max: 20 * 86_400 }), length, (startMs, seconds, of) => {
      expect(due(startMs, of).dueAt <= due(startMs + seconds * 1000, of).dueAt).toBe(true)
    }),
  )
})

test('a longer length of the same unit is never due earlier', () => {
  fc.assert(
    fc.property(
      start,
      unit,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 60 }),
      (startMs, of, n, more) => {
        const [short, long] = of === 'y' ? [1 + (n % 5), 6] : [n, n + more]
        expect(due(startMs, `${short}${of}`).dueAt <= due(startMs, `${long}${of}`).dueAt).toBe(true)
      },
    ),
  )
})

test('a due time is after the start and, but for hours, on a working day', () => {
  fc.assert(
    fc.property(start, length, (startMs, of) => {
      const { dueAt } = due(startMs, of)
      expect(msOf(dueAt)).toBeGreaterThan(startMs)
      if (!/(h|min)$/.test(of)) expect(isWorkday(calendar, dayNumberAt(msOf(dueAt)))).toBe(true)
    }),
  )
})

test('a working-day term holds exactly its number of working days, the start day not among them', () => {
  fc.assert(
    fc.property(start, count, (startMs, n) => {
      const lastDay = dayNumberAt(msOf(due(startMs, `${n}wd`).dueAt))
      let counted = 0
      for (let day = dayNumberAt(startMs) + 1; day <= lastDay; day += 1) if (isWorkday(calendar, day)) counted += 1
      expect(counted).toBe(n)
    }),
  )
})

test('a term is provisional exactly when it rests on a day that no notice covers, and then its proof says so', () => {
  fc.assert(
    fc.property(start, length, (startMs, of) => {
      const { dueAt, provisional, proof } = due(startMs, of)
      const dueDay = dayNumberAt(msOf(dueAt))
      const countsByHours = /(h|min)$/.test(of)
      if (countsByHours) expect(provisional).toBe(false)
      else if (dueDay > calendar.lastDay) expect(provisional).toBe(true)
      else if (dayNumberAt(startMs) >= calendar.firstDay) expect(provisional).toBe(false)
      else if (of.endsWith('wd') && dayNumberAt(startMs) < calendar.firstDay - 1) expect(provisional).toBe(true)
      expect(proof.some((line) => line.startsWith('暂定'))).toBe(provisional)
    }),
  )
})

test('the same question has the same answer, word for word', () => {
  fc.assert(
    fc.property(start, length, (startMs, of) => {
      expect(due(startMs, of)).toEqual(due(startMs, of))
    }),
  )
})

test('started ≤ blue ≤ yellow ≤ due, for every clock of the profile', () => {
  fc.assert(
    fc.property(
      start,
      fc.constantFrom(...clockKinds),
      fc.constantFrom(...urgencies),
      fc.constantFrom(...appealKinds),
      fc.boolean(),
      (startMs, kind, urgency, appealKind, redo) => {
        const startAt = instantOf(startMs)
        const clock = startClock({ kind, urgency, appealKind, startAt, profile, calendar, redo })
        const times = [clock.startedAt, clock.blueAt, clock.yellowAt, clock.dueAt].map(msOf)
        expect(times).toEqual(times.toSorted((a, b) => a - b))
      },
    ),
  )
})
