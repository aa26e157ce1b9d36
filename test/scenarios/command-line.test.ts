/** The command line as a process: what it prints, how it ends, and who does the work while a hub runs. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { startHubProcess } from '../support/hub-process.ts'
import { jsonOf, runCommand, type Ran } from '../support/run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'fengqiao-cli-'))
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})
const at = (name: string) => join(folder, name)
const json = (...args: string[]) => runCommand([...args, '--json'])

function expectRefused(ran: Ran, code: number, ...words: string[]): void {
  expect(ran.told, ran.err).toHaveLength(1)
  for (const word of words) expect(ran.err).toContain(word)
  expect({ code: ran.code, out: ran.out }).toEqual({ code, out: '' })
}

/** rules.md 3.4.3. */
test.each([
  ['2026-09-30', '5wd', '2026-10-13T18:00:00+08:00', false],
  ['2026-02-13', '5wd', '2026-02-27T18:00:00+08:00', false],
  ['2026-09-18', '2wd', '2026-09-21T18:00:00+08:00', false],
  ['2026-09-20', '15d', '2026-10-08T23:59:59+08:00', false],
  ['2026-08-11', '60d', '2026-10-10T23:59:59+08:00', false],
  ['2026-12-25', '5wd', '2027-01-04T18:00:00+08:00', true],
])('due: %s and %s', async (start, length, dueAt, provisional) => {
  const due = jsonOf(await json('due', '--start', start, '--length', length))
  expect(due).toMatchObject({ dueAt, provisional, calendarVersion: expect.any(String) as string })
  expect((due as { proof: string[] }).proof.length).toBeGreaterThan(1)
})

test('every command explains itself', async () => {
  const commands = [
    'serve',
    'import',
    'feed',
    'user add',
    'user list',
    'user reset',
    'key add',
    'key list',
    'key revoke',
  ]
  for (const command of ['', ...commands, 'verify', 'rebuild', 'due', 'bench']) {
    const ran = await runCommand([...command.split(' ').filter(Boolean), '--help'])
    expect(ran.code, command).toBe(0)
    expect(ran.out, command).toContain('Usage: fengqiao')
    expect(ran.err, command).toBe('')
  }
})

test('a bad argument is one clear line and exit code 2; nothing is made', async () => {
  expectRefused(await runCommand([]), 2, 'a command is needed')
  expectRefused(await json('verfy'), 2, 'verfy')
  expectRefused(await json('verify', '--dat', at('none')), 2, '--dat')
  expectRefused(await json('due', '--start', 'soon', '--length', '5wd'), 2, 'start')
  expectRefused(await json('due', '--start', '2026-09-30', '--length', '5xx'), 2, 'length')
  expectRefused(await json('import', at('missing.jsonl'), '--data', at('none')), 2, 'missing.jsonl')
  expectRefused(await json('verify', '--data', at('none')), 1, 'holds no hub')
})

test('a configuration names every mistake at once', async () => {
  const wrong = ['--port', 'abc', '--centre', '12', '--host', '0.0.0.0', '--speed', '-1', '--feed', at('missing')]
  expectRefused(await runCommand(['serve', ...wrong]), 2, 'port:', 'centre:', 'host:', 'speed:', 'feed:')
  writeFileSync(at('config.json'), JSON.stringify({ port: 'x', bogus: 1 }))
  expectRefused(await runCommand(['serve', '--config', at('config.json')]), 2, 'port:', 'bogus')
  expectRefused(await runCommand(['serve', '--demo', '--host', '0.0.0.0']), 2, 'host:')
  expectRefused(await runCommand(['serve', '--centre', '430999999999', '--data', at('none')]), 2, 'centre:')
})

test('an account is refused with every field that is wrong, and made once', async () => {
  const add = (input: string, name: string, ...more: string[]) =>
    runCommand(['user', 'add', ...more, '--name', name, '--data', at('accounts'), '--json'], input)
  const bad = ['x', '--roles', 'judge,unitHandler', '--division', '430100000000']
  expectRefused(
    await add('short\n', '', ...bad),
    2,
    'username:',
    'name:',
    'roles.0:',
    'division:',
    'password:',
    'unit:',
  )
  const good = ['duty.new', '--roles', 'dutyOfficer', '--division', '430900000000']
  expect(jsonOf(await add('a long enough password\n', '新人', ...good))).toMatchObject({ username: 'duty.new' })
  expectRefused(await add('a long enough password\n', '新人', ...good), 2, 'duty.new')
  expectRefused(await add('', '新人', ...good), 2, 'password')
})

const rows = [
  { title: '路灯不亮', text: '花园小区门口的路灯坏了一周。', divisionCode: '430903000000', externalId: 'a-1' },
  { title: '井盖破损', text: '学校门前井盖破了，怕孩子踩空。', time: '2020-03-01T09:00:00+08:00', reply: '已更换。' },
]

test('a file is taken in once however often it is imported; a bad line is told and loses no good one', async () => {
  const lines = [JSON.stringify(rows[0]), '{"title":', JSON.stringify(rows[1])].join('\n')
  writeFileSync(at('rows.jsonl.gz'), gzipSync(lines))
  const data = ['--data', at('imported')]
  expect(jsonOf(await json('import', at('rows.jsonl.gz'), ...data))).toMatchObject({
    accepted: 2,
    duplicates: 0,
    rejected: [{ line: 2, code: 'input.invalid', detail: expect.stringContaining('JSON') as string }],
  })
  expect(jsonOf(await json('import', at('rows.jsonl.gz'), ...data))).toMatchObject({ accepted: 0, duplicates: 2 })
  writeFileSync(at('table.csv'), '标题,内容,时间\n噪音扰民,夜里施工声音很大,2026-11-20 21:30\n')
  const map = ['--map', 'title=标题,text=内容,occurredAt=时间']
  expect(jsonOf(await json('import', at('table.csv'), ...map, ...data))).toMatchObject({ accepted: 1, rejected: [] })
  expect(jsonOf(await json('verify', ...data))).toMatchObject({ ok: true, cases: 3 })
  expect(jsonOf(await json('rebuild', ...data))).toMatchObject({ cases: 3 })
})

test('while a hub runs it does the work; a second hub, and a port in use, are refused in one line', async () => {
  const data = ['--data', at('running')]
  const hub = await startHubProcess(at('running'))
  try {
    const { key } = jsonOf(await json('key', 'add', '热线', ...data)) as { key: string }
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': 'one', 'content-type': 'application/json' }
    const taken = () =>
      fetch(`${hub.url}/api/v1/appeals`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ ...rows[0], channel: 'web', kind: 'help' }),
      })
    expect((await taken()).status).toBe(201)
    expectRefused(await json('key', 'add', ' ', ...data), 2, 'name:')
    expect(jsonOf(await json('key', 'revoke', '热线', ...data))).toEqual({ revoked: true })
    expect((await taken()).status).toBe(401)
    expectRefused(await runCommand(['serve', ...data, '--port', '0']), 3, 'ledger.locked')
    const port = new URL(hub.url).port
    expectRefused(await runCommand(['serve', '--data', at('beside'), '--port', port]), 1, `port ${port} is in use`)
  } finally {
    await hub.kill()
  }
  // Its note of where it listened is still there; nobody answers, so the command does the work itself.
  expect(jsonOf(await json('verify', ...data))).toMatchObject({ ok: true, cases: 1 })
})

test('a note left by a killed hub is not believed when another program answers there', async () => {
  const data = ['--data', at('noted')]
  jsonOf(await json('key', 'add', 'x', ...data))
  const stranger = createServer((socket) => socket.end('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\n{}'))
  stranger.listen(0, '127.0.0.1')
  await once(stranger, 'listening')
  const { port } = stranger.address() as { port: number }
  writeFileSync(join(at('noted'), 'control.json'), JSON.stringify({ port, secret: 'of-a-dead-hub' }))
  expect(jsonOf(await json('verify', ...data))).toMatchObject({ ok: true })
  stranger.close()
})

test('a damaged ledger is refused in one line and kept', async () => {
  const data = at('damaged')
  writeFileSync(at('one.jsonl'), JSON.stringify(rows[0]))
  jsonOf(await json('import', at('one.jsonl'), '--data', data))
  const before = readFileSync(join(data, 'hub.sqlite')).subarray(0, 40_000)
  writeFileSync(join(data, 'hub.sqlite'), before)
  expectRefused(await runCommand(['serve', '--data', data, '--port', '0']), 1, 'ledger.corrupt')
  expect(readFileSync(join(data, 'hub.sqlite')).equals(before)).toBe(true)
})
