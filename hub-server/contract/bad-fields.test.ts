import { expect, test } from 'vitest'
import type { z } from 'zod'
import { appealSchema } from './appeal.ts'
import { badFieldsOf } from './bad-fields.ts'
import { payloadSchemas } from './command.ts'

function badIn(schema: z.ZodType, input: unknown, above?: string) {
  const parsed = schema.safeParse(input, { reportInput: true })
  return parsed.success ? [] : badFieldsOf(parsed.error.issues, above)
}

test('an empty appeal is told every field it lacks', () => {
  const bad = badIn(appealSchema, {})
  expect(bad).toContainEqual({ path: 'channel', reason: 'input.required' })
  expect(bad).toContainEqual({ path: 'title', reason: 'input.required' })
  expect(bad).toContainEqual({ path: 'text', reason: 'input.required' })
})

test('each wrong field of an appeal is named with its own reason', () => {
  const bad = badIn(appealSchema, {
    channel: 'pigeon',
    kind: 'complaint',
    title: 'x'.repeat(201),
    text: 7,
    divisionCode: '4309',
    citizen: { phone: 'not a phone', idNumber: '1' },
    location: { lng: 200, lat: 0 },
  })
  const byPath = Object.fromEntries(bad.map((field) => [field.path, field]))
  expect(byPath['channel']?.reason).toBe('input.notOneOf')
  expect(byPath['channel']?.facts?.['options']).toContain('wangxiaoge')
  expect(byPath['title']).toEqual({ path: 'title', reason: 'input.tooLong', facts: { max: 200 } })
  expect(byPath['text']).toEqual({ path: 'text', reason: 'input.type', facts: { expected: 'string' } })
  expect(byPath['divisionCode']?.facts).toEqual({ form: 'a division code has 12 digits' })
  expect(byPath['citizen.phone']?.facts).toEqual({ form: 'a phone number' })
  expect(byPath['citizen.idNumber']).toEqual({ path: 'citizen.idNumber', reason: 'input.unknownField' })
  expect(byPath['location.lng']).toEqual({ path: 'location.lng', reason: 'input.tooBig', facts: { max: 180 } })
})

test('paths of a payload begin where the caller wrote them, and blanks count as missing', () => {
  const bad = badIn(payloadSchemas.dispatch, { leadUnit: 'housing', urgency: null, instruction: '  ' }, 'payload')
  expect(bad).toEqual([
    {
      path: 'payload.leadUnit',
      reason: 'input.form',
      facts: { form: 'a unit code is 12 digits, a dot, a department' },
    },
    { path: 'payload.urgency', reason: 'input.notOneOf', facts: { options: 'critical, urgent, normal, complex' } },
    { path: 'payload.instruction', reason: 'input.required' },
  ])
})

test('a body with a thousand unknown fields does not make a thousand sentences', () => {
  const many = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x${String(index)}`, 1]))
  expect(badIn(payloadSchemas.accept, many)).toHaveLength(50)
})
