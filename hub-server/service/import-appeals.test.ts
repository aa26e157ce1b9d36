import { expect, test } from 'vitest'
import { hubWithClock } from '../../test/support/hub-with-clock.ts'
import type { Appeal } from '../contract/appeal.ts'
import type { Incoming, IncomingRow } from '../contract/incoming.ts'
import { granted, refused } from '../contract/refusal.ts'
import type { Principal } from '../domain/access.ts'
import type { Hub } from './hub.ts'
import { importAppeals } from './import-appeals.ts'
import { flowNumbers } from './read-numbers.ts'

const now = '2026-11-23T09:00:00+08:00'
const operator: Principal = { actor: { kind: 'system', id: 'import' }, roles: [], division: null, unit: null }

function rowsOf(...each: readonly (Partial<Appeal> & { readonly history?: Incoming['history'] })[]): IncomingRow[] {
  return each.map(({ history, ...appeal }, index) => ({
    line: index + 1,
    incoming: granted({
      appeal: {
        channel: 'web',
        kind: 'complaint',
        title: '巷子里的路灯不亮',
        text: '桥头到渡口一段路灯坏了半个月。',
        citizen: {},
        divisionCode: '430922112006',
        ...appeal,
      },
      ...(history !== undefined && { history }),
    }),
  }))
}

const badRow: IncomingRow = {
  line: 7,
  incoming: refused('input.invalid', undefined, [{ path: 'text', reason: 'input.required' }]),
}

function filesOf(hub: Hub) {
  return [...hub.ledger.events.caseIds()].flatMap(({ case_id: id }) => hub.ledger.cases.byId(id)?.file ?? [])
}

test('a file keeps its times: answered rows are closed history, old ones stay without clocks, new ones are work', async () => {
  const { hub } = hubWithClock(now)
  const result = await importAppeals(
    hub,
    operator,
    rowsOf(
      {
        externalId: 'answered',
        history: {
          registeredAt: '2019-03-01T10:00:00+08:00',
          reply: { text: '已修好。', at: '2019-03-05T10:00:00+08:00' },
        },
      },
      { externalId: 'old', history: { registeredAt: '2019-04-01T10:00:00+08:00' } },
      { externalId: 'new', history: { registeredAt: '2026-11-23T08:00:00+08:00' } },
    ),
  )
  expect(result).toEqual({ accepted: 3, duplicates: 0, rejected: [] })
  const [answered, old, fresh] = filesOf(hub)
  expect(answered).toMatchObject({ stage: { state: 'closed' }, registeredAt: '2019-03-01T10:00:00+08:00', clocks: [] })
  expect(old).toMatchObject({ stage: { state: 'registered' }, facts: { historic: true }, clocks: [] })
  expect(fresh?.registeredAt).toBe('2026-11-23T08:00:00+08:00')
  expect(fresh?.clocks.map(({ kind }) => kind)).toEqual(['triage', 'total'])
})

test('the same file twice doubles nothing, with ids of its source and without', async () => {
  const { hub, push } = hubWithClock(now)
  const rows = rowsOf({ externalId: 'a' }, { title: '没有编号的一行' }, { title: '没有编号的另一行' })
  expect(await importAppeals(hub, operator, rows)).toEqual({ accepted: 3, duplicates: 0, rejected: [] })
  push({ hours: 24 * 400 })
  hub.ledger.answers.forgetBefore(Number.MAX_SAFE_INTEGER)
  expect(await importAppeals(hub, operator, rows)).toEqual({ accepted: 0, duplicates: 3, rejected: [] })
  expect(filesOf(hub)).toHaveLength(3)
})

test('a row that stands twice in one file is one case', async () => {
  const { hub } = hubWithClock(now)
  const result = await importAppeals(hub, operator, rowsOf({}, {}, { externalId: 'x' }, { externalId: 'x' }))
  expect(result).toEqual({ accepted: 2, duplicates: 2, rejected: [] })
})

test('a bad row is told with its line and never loses a good one', async () => {
  const { hub } = hubWithClock(now)
  const unknownPlace = rowsOf({ divisionCode: '110101001000' }).map((row) => ({ ...row, line: 8 }))
  const result = await importAppeals(hub, operator, [badRow, ...unknownPlace, ...rowsOf({})])
  expect(result).toEqual({
    accepted: 1,
    duplicates: 0,
    rejected: [
      { line: 7, code: 'input.invalid', detail: 'text: input.required' },
      { line: 8, code: 'input.invalid', detail: 'divisionCode: division.unknown' },
    ],
  })
})

test('a batch that arrives now is new work of today, whatever times its rows tell', async () => {
  const { hub } = hubWithClock(now)
  const reply = { text: '已答复。', at: '2026-10-02T10:00:00+08:00' }
  const rows = rowsOf({ history: { registeredAt: '2026-10-01T10:00:00+08:00', reply } })
  expect(await importAppeals(hub, operator, rows, { keepTimes: false })).toMatchObject({ accepted: 1 })
  expect(filesOf(hub)).toMatchObject([
    { registeredAt: now, stage: { state: 'registered' }, facts: { occurredAt: '2026-10-01T10:00:00+08:00' } },
  ])
  expect(flowNumbers(hub, hub.centre.code).registered).toBe(1)
})

test('rows that come faster than they can be kept all arrive', async () => {
  const { hub } = hubWithClock(now)
  const many = rowsOf(...Array.from({ length: 700 }, (_, index) => ({ externalId: `n${String(index)}` })))
  expect(await importAppeals(hub, operator, many)).toEqual({ accepted: 700, duplicates: 0, rejected: [] })
})
