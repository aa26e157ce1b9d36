/** Clients that mean no good, or are broken: each costs itself its connection and the hub nothing (T20 to T23, T28, T32, T33). */
import { connect, type Socket as NetSocket } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { intakeKey, sampleAppeal, startHub, type RunningHub } from '../support/hubs.ts'
import { endOf, openStation, type Station } from '../support/stations.ts'

let office: RunningHub
let duty: string

beforeEach(async () => {
  office = await startHub({ limits: { failedHandshakes: 20 } })
  duty = await office.signIn('duty.city')
})
afterEach(() => office.stop())

const cases = [{ board: 'cases' }]

/** The hub serves everybody else as before. */
async function staysAlive(): Promise<void> {
  const desk = await office.desk(duty)
  expect(await desk.follow(cases)).toHaveProperty('cursor')
  desk.close()
}

describe('a handshake', () => {
  test.each([
    ['no token', {}],
    ['an unknown token', { token: 'x'.repeat(43) }],
    ['a token that is no text', { token: { $ne: null } }],
    ['a token without end', { token: 'x'.repeat(10_000) }],
    ['the key of a program', { token: 'demo-intake-key' }],
  ])('with %s is refused like every other', async (_name, auth) => {
    await expect(openStation(`${office.url()}/desk`, auth)).rejects.toThrow(/^auth\.required$/)
  })

  test('of another hub’s session, or of one that was ended, is refused', async () => {
    const other = await startHub()
    try {
      await expect(openStation(`${office.url()}/desk`, { token: await other.signIn('duty.city') })).rejects.toThrow(
        /^auth\.required$/,
      )
    } finally {
      await other.stop()
    }
    await office.ask('DELETE', '/session', { token: duty })
    await expect(office.desk(duty)).rejects.toThrow(/^auth\.required$/)
  })

  test('from a page of a stranger gets no socket at all; the station’s does', async () => {
    const from = (origin: string) =>
      openStation(`${office.url()}/desk`, { token: duty }, { extraHeaders: { origin } }).then((station) => {
        station.close()
        return 'open'
      })
    await expect(from('https://evil.example')).rejects.toThrow('websocket error')
    await expect(from('app://centre.evil')).rejects.toThrow('websocket error')
    expect(await from('app://centre')).toBe('open')
    expect(await from(office.url())).toBe('open')
  })

  test('that fails too often from one address gets no further; who is in stays in', async () => {
    const desk = await office.desk(duty)
    for (let tries = 0; tries < 20; tries += 1) {
      await expect(openStation(`${office.url()}/desk`, { token: 'guess' })).rejects.toThrow('auth.required')
    }
    await expect(openStation(`${office.url()}/desk`, { token: 'guess' })).rejects.toThrow('websocket error')
    expect(await desk.follow(cases)).toHaveProperty('cursor')
  })

  test('to a namespace nobody serves, or by long polling, leads nowhere', async () => {
    await expect(openStation(`${office.url()}/uplink`, { token: duty })).rejects.toThrow('Invalid namespace')
    const polling = await fetch(`${office.url()}/socket.io/?EIO=4&transport=polling`)
    expect(polling.status).toBe(400)
    expect((await fetch(`${office.url()}/socket.io/socket.io.js`)).status).toBe(400)
  })
})

test('after a restart only so many are let in at once; the others learn when to come again', async () => {
  const storm = await startHub({ rates: { handshakesPerSecond: 1, handshakeBurst: 5 } })
  try {
    const token = await storm.signIn('duty.city')
    const outcomes = await Promise.allSettled(Array.from({ length: 12 }, () => storm.desk(token)))
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected')
    expect(outcomes.length - refused.length).toBeGreaterThanOrEqual(5)
    expect(refused.length).toBeGreaterThanOrEqual(5)
    for (const { reason } of refused) {
      expect(reason).toMatchObject({ message: 'rate.limited', data: { retryAfter: expect.any(Number) as number } })
    }
  } finally {
    await storm.stop()
  }
})

describe('an open socket that sends', () => {
  let desk: Station
  beforeEach(async () => {
    desk = await office.desk(duty)
  })

  test.each([
    ['nothing', []],
    ['null', [null]],
    ['a number', [7]],
    ['a list', [[]]],
    ['no boards', [{ boards: [] }]],
    ['an unknown board', [{ boards: [{ board: 'people' }] }]],
    ['a room to join', [{ boards: cases, room: 'audience:all' }]],
    ['a prototype', [JSON.parse('{"__proto__": {"x": 1}, "boards": 1}') as unknown]],
    ['a text where an object belongs', ['{"boards":[{"board":"cases"}]}']],
  ])('%s as a question is told what is wrong with it (T22)', async (_name, args) => {
    const answer = await desk.emit('follow', ...args)
    expect(answer).toMatchObject({ ok: false, problem: { code: 'input.invalid', status: 422 } })
  })

  test('a message over 64 KiB is cut off, just under it is answered', async () => {
    const under = await desk.emit('command', { id: 'x'.repeat(60_000), caseId: 'x', type: 'accept' })
    expect(under).toMatchObject({ ok: false, problem: { code: 'input.invalid' } })
    const closed = desk.next('disconnect')
    desk.socket.emit('command', { id: 'x'.repeat(66_000) })
    expect(await closed).toBe('transport close')
    await staysAlive()
  })

  test('binary, deep JSON, and packets of its own making harm nobody', async () => {
    const { engine } = desk.socket.io
    for (const packet of [
      '442["error"]',
      '4{"deep":' + '['.repeat(20_000),
      '451-/desk,["follow",{"_placeholder":true,"num":0}]',
      '42/desk,["connect"]',
      '42/desk,["disconnect"]',
      '42/desk,[{"event":1}]',
      '49999999999999["x"]',
      '\ud800\udfff\ud800',
    ]) {
      const station = await office.desk(duty)
      station.socket.io.engine.write(packet.slice(1))
      station.close()
    }
    engine.write('2["message",1]')
    desk.socket.emit('follow', Buffer.alloc(1000))
    await staysAlive()
  })

  test('ten events nobody knows is cut off; “join” and a room’s name among them have no effect (T32)', async () => {
    const ended = endOf(desk)
    for (let times = 0; times < 10; times += 1) desk.socket.emit('join', 'case:1', 'audience:x')
    expect(await ended).toBe('tooMany')
  })

  test('more than its budget is told to wait, and cut off when it does not', async () => {
    const ended = endOf(desk)
    const answers = await Promise.all(Array.from({ length: 100 }, () => desk.emit('presence', { caseId: null })))
    const limited = answers.filter(
      (answer) => (answer as { problem?: { code: string } }).problem?.code === 'rate.limited',
    )
    expect(limited.length).toBeGreaterThan(20)
    for (let times = 0; times < 250; times += 1) desk.socket.emit('presence', { caseId: null })
    expect(await ended).toBe('tooMany')
    await staysAlive()
  })

  test('an event without an answer to give, or with a function that is none, is served all the same (T23)', async () => {
    desk.socket.emit('follow', { boards: cases })
    const { id } = await office.takeIn()
    await desk.until(() => desk.rows.has(`cases/${id}`))
    desk.socket.emit('presence', { caseId: id }, 'not a function')
    expect(await desk.follow(cases)).toHaveProperty('cursor')
  })

  test('what makes a handler fail gets a problem without a word of the inside (T23)', async () => {
    const { cases: table } = office.hub().ledger
    const good = table.byId
    Object.assign(table, {
      byId: () => {
        throw new Error('SELECT secret FROM people')
      },
    })
    const answer = await desk.command({ id: crypto.randomUUID(), caseId: 'any', type: 'accept', payload: {} })
    Object.assign(table, { byId: good })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'hub.failed' } })
    expect(JSON.stringify(answer)).not.toContain('SELECT')
    expect(await desk.follow(cases)).toHaveProperty('cursor')
  })
})

test('a client that stops reading is set aside, not waited for, and is complete again once it reads (T28)', async () => {
  const batch = async (name: string, count: number) => {
    const lines = Array.from({ length: count }, (_, index) =>
      JSON.stringify({ ...sampleAppeal, title: `${name}${String(index)}${'重'.repeat(180)}` }),
    )
    const headers = { 'content-type': 'application/x-ndjson' }
    return office.ask('POST', '/appeals/batch', { token: intakeKey, body: lines.join('\n'), headers })
  }
  let taken = 0
  const behind = async () =>
    /^fengqiao_stations_behind (\d+)/m.exec(String((await office.ask('GET', '/metrics')).body))?.[1]
  await batch('先', 400)
  const slow = await office.desk(duty)
  await slow.follow(cases)
  wireOf(slow).pause()
  const isSetAside = async () => {
    // Asks for everything again and again without reading an answer: what the system holds for a socket fills up.
    for (let times = 0; times < 5; times += 1) slow.socket.emit('follow', { boards: cases }, () => undefined)
    await office.takeIn({ title: '压满之后' })
    taken += 1
    return behind()
  }
  await expect.poll(isSetAside, { timeout: 10_000 }).toBe('1')
  await batch('后', 100)
  await staysAlive()
  expect(slow.rows.size).toBe(400)
  wireOf(slow).resume()
  await slow.until(() => slow.rows.size === 500 + taken)
  expect(await behind()).toBe('0')
})

describe('a connection that is not HTTP', () => {
  test('is answered with a problem and closed', async () => {
    const answer = await sendRaw('GARBAGE\r\n\r\n')
    expect(answer).toContain('400 Bad Request')
    expect(answer).toContain('application/problem+json')
    expect(await sendRaw(`GET /healthz HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`)).toContain('431')
    await staysAlive()
  })
})

function wireOf(station: Station): NetSocket {
  const transport = station.socket.io.engine.transport as unknown as { ws: { _socket: NetSocket } }
  return transport.ws._socket
}

function sendRaw(text: string): Promise<string> {
  const { hostname, port } = new URL(office.url())
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    const socket = connect(Number(port), hostname, () => socket.write(text))
    socket.on('data', (part: Buffer) => parts.push(part))
    socket.on('close', () => resolve(Buffer.concat(parts).toString('utf8')))
    socket.on('error', reject)
  })
}
