import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { appealAnswerSchema, appealSchema, importResultSchema } from './appeal.ts'
import { rowSchemas } from './board.ts'
import {
  caseViewSchema,
  ratingSchema,
  residentNoteSchema,
  revealAnswerSchema,
  revealSchema,
  timelineSchema,
  trackViewSchema,
} from './case-view.ts'
import { commandBodySchema, commandEnvelopeSchema, payloadSchemas } from './command.ts'
import { eventDataSchemas } from './event.ts'
import { problemSchema } from './refusal.ts'
import { currentSessionSchema, sessionSchema, signInSchema } from './session.ts'
import {
  changesSchema,
  commandAnswerSchema,
  endedSchema,
  followAnswerSchema,
  followSchema,
  pulseSchema,
} from './station.ts'
import { wireVersion } from './wire-version.ts'

/** Every message, so that none changes unseen. */
const messages: Record<string, z.ZodType> = {
  appealSchema,
  appealAnswerSchema,
  importResultSchema,
  caseViewSchema,
  timelineSchema,
  revealSchema,
  revealAnswerSchema,
  trackViewSchema,
  ratingSchema,
  residentNoteSchema,
  commandBodySchema,
  commandEnvelopeSchema,
  problemSchema,
  signInSchema,
  sessionSchema,
  currentSessionSchema,
  followSchema,
  followAnswerSchema,
  changesSchema,
  commandAnswerSchema,
  pulseSchema,
  endedSchema,
  ...payloadSchemas,
  ...eventDataSchemas,
  ...rowSchemas,
}

/**
 * When this fails, a message has changed. If an older reader (a ledger of last year, a desk not yet updated) would misread it, raise
 * `wireVersion` with a line of its history; in any case set the new hash here.
 */
test('no message changes without a look at the wire version', () => {
  const shapes = Object.entries(messages).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ])
  const hash = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16)
  expect({ wireVersion, hash }).toEqual({ wireVersion: 1, hash: 'de0e4bbf1510251b' })
})
