import { expect, test } from 'vitest'
import { ruleDocument } from '../../test/support/rule-documents.ts'
import { ruleProfileSchema, type RuleProfile } from './profile.ts'

const profile = ruleProfileSchema.parse(ruleDocument('profile'))

function valuesOf(stage: keyof RuleProfile['stages']): string[] {
  const { critical, urgent, normal, complex } = profile.stages[stage]
  return [critical.value, urgent.value, normal.value, complex.value]
}

/** The columns of rules.md 3.4.2: critical, urgent, normal, complex. */
test.each<[keyof RuleProfile['stages'], string[]]>([
  ['triage', ['10min', '30min', 'sameWorkday', 'sameWorkday']],
  ['acknowledge', ['15min', '1h', '1wd', '1wd']],
  ['contact', ['30min', '2h', '1wd', '1wd']],
  ['handle', ['2h', '24h', '5wd', '15wd']],
  ['review', ['30min', '4h', '1wd', '2wd']],
  ['followUp', ['24h', '1wd', '1wd', '3wd']],
  ['total', ['3h', '30h', '8wd', '19wd']],
  ['returnRequest', ['none', '2h', '1wd', '1wd']],
  ['extension', ['none', 'none', 'original', '15wd']],
  ['redo', ['1h', '12h', 'half', 'half']],
  ['workLog', ['atOnce', 'atOnce', '3wd', '3wd']],
])('the shipped row %s is that of the recommended profile', (stage, row) => {
  expect(valuesOf(stage)).toEqual(row)
})

test('a question is answered in two working days', () => {
  expect(profile.byKind.consult?.handle?.normal?.value).toBe('2wd')
  expect(profile.byKind.consult?.total?.normal?.value).toBe('5wd')
})

test('the single values are those of rules.md 3.4 to 3.6', () => {
  expect(profile.version).toBe('yiyang-2026.1')
  expect(profile.dayEndsAt.value).toBe('18:00:00')
  expect(profile.naturalDayEndsAt.value).toBe('23:59:59')
  expect(profile.extensionTimes.value).toBe(1)
  expect(profile.followUp.tries.value).toBe(3)
  expect(profile.followUp.countsAsSatisfied.value).toEqual(['satisfied', 'basic'])
  expect(profile.review.dutyOfficerMay.value.kinds).toEqual(['consult'])
  expect(profile.alerts.redAcknowledgeWithin.value).toBe('15min')
  expect(profile.alerts.redRepeatEvery.value).toBe('30min')
})

test('every mistake is listed at once, each with its path', () => {
  const { error } = ruleProfileSchema.safeParse({
    ...profile,
    version: '',
    dayEndsAt: { value: '25:00:00', source: ' ', grade: 'E' },
    stages: {
      ...profile.stages,
      handle: { ...profile.stages.handle, normal: { value: '5', source: 'x', grade: 'D' } },
    },
    colours: {
      ...profile.colours,
      hourClocks: { value: { blueLeft: '101%', yellowLeft: '20%' }, source: 'x', grade: 'D' },
      dayClocks: {
        value: [
          { fromDays: 2, blueLeft: '2wd', yellowLeft: '1wd' },
          { fromDays: 2, blueLeft: '2wd', yellowLeft: '1wd' },
        ],
        source: 'x',
        grade: 'D',
      },
    },
    byKind: { question: {} },
    alerts: { redAcknowledgeWithin: profile.alerts.redAcknowledgeWithin },
  })
  expect(error?.issues.map(({ path }) => path.join('.')).sort()).toEqual([
    'alerts.redRepeatEvery',
    'byKind',
    'colours.dayClocks.value.0.fromDays',
    'colours.dayClocks.value.1.fromDays',
    'colours.hourClocks.value.blueLeft',
    'dayEndsAt.grade',
    'dayEndsAt.source',
    'dayEndsAt.value',
    'stages.handle.normal.value',
    'version',
  ])
})
