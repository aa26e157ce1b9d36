import { expect, test } from 'vitest'
import { appealSchema } from '../contract/appeal.ts'
import { ratingSchema, residentNoteSchema, revealSchema } from '../contract/case-view.ts'
import { commandTypes, payloadSchemas } from '../contract/command.ts'
import { signInSchema } from '../contract/session.ts'
import { cellOf } from '../domain/life-cycle.ts'
import { batchExample, bodyExamples, payloadExamples } from './examples.ts'

test('every example is one the hub would take', () => {
  expect(appealSchema.parse(bodyExamples['/api/v1/appeals'])).toBeDefined()
  expect(signInSchema.parse(bodyExamples['/api/v1/session'])).toBeDefined()
  expect(revealSchema.parse(bodyExamples['/api/v1/cases/{id}/reveal'])).toBeDefined()
  expect(ratingSchema.parse(bodyExamples['/api/v1/track/{trackingCode}/rating'])).toBeDefined()
  expect(residentNoteSchema.parse(bodyExamples['/api/v1/track/{trackingCode}/notes'])).toBeDefined()
  for (const line of batchExample.split('\n')) expect(JSON.parse(line)).toHaveProperty('text')
  for (const type of commandTypes) {
    const isOffered = cellOf(type, 'registered') !== 'later'
    expect(payloadSchemas[type].safeParse(payloadExamples[type]).success, type).toBe(isOffered)
  }
})
