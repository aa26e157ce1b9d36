import { expect, test } from 'vitest'
import { shippedCalendar as calendar, shippedProfile as profile } from '../../test/support/rule-documents.ts'
import { dueQuestionSchema, dueSchema } from '../contract/clock.ts'
import { computeDue } from './compute-due.ts'

test('an officer asks on the command line when five working days from a date end', () => {
  const answer = computeDue({ ...dueQuestionSchema.parse({ start: '2026-09-30', length: '5wd' }), calendar, profile })
  expect(dueSchema.parse(answer)).toEqual(answer)
  expect(answer).toMatchObject({
    dueAt: '2026-10-13T18:00:00+08:00',
    provisional: false,
    calendarVersion: 'cn-2026.1',
  })
  expect(answer.proof).toHaveLength(7)
})
