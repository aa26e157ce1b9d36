import { expect, test } from 'vitest'
import { checkDraft, fieldsOf, firstDraft, payloadOf, type Draft } from './act-forms.ts'
import { actIds, actOf, type ActId } from './acts.ts'

const lead = '430900000000.housing'
const namesOf = (act: ActId, draft: Draft) => checkDraft(act, draft).map(({ path, reason }) => `${path} ${reason}`)

test('an order without a lead unit lacks just that, and with one it is good', () => {
  expect(namesOf('dispatch', firstDraft('dispatch'))).toEqual(['payload.leadUnit input.required'])
  const draft = { ...firstDraft('dispatch'), leadUnit: lead, instruction: '   ' }
  expect(namesOf('dispatch', draft)).toEqual([])
  expect(payloadOf('dispatch', draft)).toEqual({ leadUnit: lead, urgency: 'normal' })
})

test('the lead unit cannot assist itself', () => {
  expect(namesOf('dispatch', { leadUnit: lead, urgency: 'normal', assistUnits: [lead] })).toEqual([
    'payload.assistUnits unit.leadsAlready',
  ])
})

test('who declines for another lawful way must name that way; for another reason need not', () => {
  const draft = { reason: 'otherChannel', explanation: '属劳动争议' }
  expect(namesOf('decline', draft)).toEqual(['payload.rightWay decline.rightWayNeeded'])
  expect(namesOf('decline', { ...draft, rightWay: '劳动争议仲裁委员会' })).toEqual([])
  expect(namesOf('decline', { ...draft, reason: 'alreadySettled' })).toEqual([])
})

test('a refusal must say why, an approval need not', () => {
  for (const act of ['refuseReturn', 'refuseReview'] as const) {
    expect(namesOf(act, {})).toEqual(['payload.reason input.required'])
    expect(payloadOf(act, { reason: '仍有松动' })).toEqual({ approved: false, reason: '仍有松动' })
  }
  expect(namesOf('approveReturn', {})).toEqual([])
  expect(payloadOf('approveReturn', { to: lead })).toEqual({ approved: true, to: lead })
})

test('somebody who was reached was asked; who was not reached is not asked, even if answers stood there before', () => {
  expect(namesOf('followUp', { contacted: 'yes' })).toEqual([
    'payload.solved input.required',
    'payload.satisfaction input.required',
  ])
  const changed = { contacted: 'no', solved: 'yes', satisfaction: 'satisfied' }
  expect(fieldsOf('followUp', changed).map(({ name }) => name)).toEqual(['contacted', 'note'])
  expect(payloadOf('followUp', changed)).toEqual({ contacted: false })
  expect(namesOf('followUp', changed)).toEqual([])
})

test('a word that looks like an answer stays a word', () => {
  expect(payloadOf('contact', { reached: 'yes', note: 'no' })).toEqual({ reached: true, note: 'no' })
})

test('too long a text is told with its limit', () => {
  expect(checkDraft('note', { text: '字'.repeat(2001) })).toEqual([
    { path: 'payload.text', reason: 'input.tooLong', facts: { max: 2000 } },
  ])
})

test('two acts that one person can have at once do not share a key', () => {
  const centre = ['accept', 'decline', 'note', 'instruct', 'acknowledgeAlert', 'urge', 'dispatch'] as const
  const unit = ['acknowledge', 'contact', 'requestReturn', 'submit', 'note'] as const
  const after = ['followUp', 'redo', 'close', 'note', 'instruct', 'acknowledgeAlert'] as const
  const decide = ['approveReturn', 'refuseReturn', 'note', 'instruct', 'acknowledgeAlert', 'urge'] as const
  const review = ['approveReview', 'refuseReview', 'note', 'instruct', 'acknowledgeAlert', 'urge'] as const
  for (const acts of [centre, [...unit, ...centre.slice(2)], after, decide, review]) {
    const keys = [...new Set(acts)].map((id) => actOf(id).key)
    expect(new Set(keys).size).toBe(keys.length)
  }
  expect(actIds.every((id) => !'JKXNRVMFW'.includes(actOf(id).key))).toBe(true)
})
