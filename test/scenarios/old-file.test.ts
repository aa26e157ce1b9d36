/** Files of earlier versions of the hub, kept as SQL in test/fixtures: each opens, goes on with its work and can be proved. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterAll, expect, test } from 'vitest'
import type { CommandType } from '../../hub-server/contract/command.ts'
import { instantOf, msOf } from '../../hub-server/contract/instant.ts'
import type { Role } from '../../hub-server/contract/vocabulary.ts'
import type { Principal } from '../../hub-server/domain/access.ts'
import { stateOf } from '../../hub-server/domain/case-file.ts'
import type { Hub } from '../../hub-server/service/hub.ts'
import { listCases } from '../../hub-server/service/list-cases.ts'
import { openHub } from '../../hub-server/service/open-hub.ts'
import { rebuild } from '../../hub-server/service/rebuild.ts'
import { reveal } from '../../hub-server/service/reveal.ts'
import { runCommand } from '../../hub-server/service/run-command.ts'
import { verify } from '../../hub-server/service/verify.ts'
import { schemaVersion } from '../../hub-server/store/migrate.ts'

const city = '430900000000'
const opened: { hub: Hub; folder: string }[] = []
afterAll(() => {
  for (const { hub, folder } of opened) {
    hub.ledger.close()
    rmSync(folder, { recursive: true, force: true })
  }
})

/** A hub over the file that a hub of an earlier schema left. */
function openOld(version: number): Hub {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-old-'))
  const db = new SqliteDatabase(join(folder, 'hub.sqlite'))
  db.exec(readFileSync(resolve(import.meta.dirname, `../fixtures/ledger-${String(version)}.sql`), 'utf8'))
  db.close()
  const hub = openHub({ folder, centre: city, now: () => instantOf(msOf('2026-11-23T10:00:00+08:00')) })
  opened.push({ hub, folder })
  return hub
}

function personOf(role: Role, unit: string | null = null): Principal {
  return { actor: { kind: 'person', id: `now-${role}` }, roles: [role], division: city, unit }
}

const duty = personOf('dutyOfficer')
const handler = personOf('unitHandler', `${city}.housing`)
const director = personOf('centreDirector')
const next: readonly (readonly [state: string, who: Principal, type: CommandType, payload: object, after: string])[] = [
  ['registered', duty, 'accept', {}, 'pendingDispatch'],
  ['pendingAck', handler, 'acknowledge', {}, 'handling'],
  ['pendingReview', director, 'review', { approved: true }, 'followingUp'],
  ['followingUp', duty, 'redo', { reason: '仍不亮' }, 'redo'],
  ['closed', duty, 'note', { text: '群众致谢' }, 'closed'],
]

test.each(Array.from({ length: schemaVersion }, (_each, index) => index + 1))(
  'a file of schema %i opens, is proved, and every case in it goes on',
  async (version) => {
    const hub = openOld(version)
    expect(Number(hub.ledger.db.pragma('user_version', { simple: true }))).toBe(schemaVersion)
    expect(rebuild(hub)).toEqual({ cases: 5 })
    expect(verify(hub)).toMatchObject({ ok: true, cases: 5 })

    const page = listCases(hub, duty, { limit: 100 })
    const rows = page.ok ? page.value.items : []
    expect(rows.map(({ state }) => state)).toEqual(next.map(([state]) => state).reverse())
    for (const [state, who, type, payload, after] of next) {
      const id = rows.find((row) => row.state === state)?.id ?? ''
      const done = await runCommand(hub, who, { id: `next-${type}`, caseId: id, type, payload: { ...payload } })
      expect(done, type).toMatchObject({ ok: true })
      const file = hub.ledger.cases.byId(id)?.file
      expect(file && stateOf(file), type).toBe(after)
    }
    const found = listCases(hub, duty, { q: '路灯', limit: 100 })
    expect(found.ok && found.value.items).toHaveLength(5)
    const question = { fields: ['citizen.phone'], reason: '核实' }
    expect(await reveal(hub, duty, rows[0]?.id ?? '', question)).toMatchObject({
      value: { fields: { 'citizen.phone': '13900000000' } },
    })
    expect(verify(hub)).toMatchObject({ ok: true, cases: 5 })
  },
)

test('a migration that a file has been through is never changed', () => {
  const fresh = openHub({ folder: mkdtempSync(join(tmpdir(), 'fengqiao-old-')), centre: city })
  opened.push({ hub: fresh, folder: resolve(fresh.ledger.file, '..') })
  for (let version = 1; version <= schemaVersion; version += 1) {
    const name = `migration.${String(version)}`
    expect(openOld(version).ledger.meta.get(name), name).toBe(fresh.ledger.meta.get(name))
  }
})
