/** What the hub tells those who run it, install it and program against it: pages, documentation, health, numbers, reference data. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { workCalendarSchema } from '../../hub-server/contract/calendar.ts'
import { commandTypes } from '../../hub-server/contract/command.ts'
import { wireVersion } from '../../hub-server/contract/wire-version.ts'
import { ruleProfileSchema } from '../../hub-server/contract/profile.ts'
import { city, housing, intakeKey, problemIn, sampleAppeal, startHub, type RunningHub } from '../support/hubs.ts'

let office: RunningHub
let duty: string

beforeAll(async () => {
  office = await startHub({ clock: '2026-11-23T09:00:00+08:00' })
  duty = await office.signIn('duty.city')
})
afterAll(() => office.stop())

const get = (path: string, token: string | undefined = duty) => office.ask('GET', path, { token })

describe('before anyone has signed in', () => {
  test('the hub tells whose centre it is and nothing of its work', async () => {
    const told = await office.ask('GET', '/hub')
    expect(told.body).toEqual({
      centre: { code: city, name: '益阳市', tier: 'city', fullName: '益阳市' },
      above: [],
      below: [
        { tier: 'county', count: 8 },
        { tier: 'township', count: expect.any(Number) as number },
        { tier: 'village', count: expect.any(Number) as number },
      ],
      now: '2026-11-23T09:00:00+08:00',
      version: '0.1.0',
      wireVersion,
      demo: true,
      otp: false,
      idleMinutes: 15,
    })
    expect(problemIn(await office.ask('GET', '/hub', { token: 'wrong' }))).toMatchObject({ code: 'auth.required' })
    expect((await get('/hub')).body).toMatchObject({ versions: { divisions: '2023-06-30' } })
  })

  test('nothing else is told: every other address of the interface asks for a login', async () => {
    const { paths } = (await office.ask('GET', '/openapi.json')).body as {
      paths: Record<string, Record<string, object>>
    }
    const open = ['/api/v1/hub', '/api/v1/session', '/healthz', '/readyz', '/metrics']
    for (const [path, operations] of Object.entries(paths)) {
      if (open.includes(path) || path.startsWith('/api/v1/track/')) continue
      for (const method of Object.keys(operations)) {
        const url = path.replace('/api/v1', '').replace(/\{\w+\}/g, 'x')
        // Bad input on purpose: who is not known is not even told what a request looks like.
        const body = method === 'post' ? { nonsense: true } : undefined
        const told = await office.ask(method.toUpperCase(), `${url}?limit=x`, body === undefined ? {} : { body })
        expect(problemIn(told), `${method} ${path}`).toMatchObject({ status: 401, code: 'auth.required' })
      }
    }
  })
})

describe('reference data', () => {
  test('comes whole and with its versions', async () => {
    const list = z.object({ version: z.string().min(1), items: z.array(z.unknown()), nextCursor: z.null() })
    expect(list.parse((await get('/divisions')).body).items).toHaveLength(1553)
    expect(list.parse((await get('/divisions?parent=430900000000&tier=county')).body).items).toHaveLength(8)
    const units = list.extend({ departments: z.array(z.object({ id: z.string(), en: z.string() })) })
    expect(units.parse((await get(`/units?division=${city}`)).body).items).toContainEqual(
      expect.objectContaining({ code: housing }),
    )
    expect(list.parse((await get('/categories')).body).items.length).toBeGreaterThan(5)
    ruleProfileSchema.parse((await get('/profile')).body)
    workCalendarSchema.parse((await get('/calendar')).body)
    expect((await get('/dispute-types')).body).toMatchObject({ version: expect.any(String) as string })
    expect((await get('/divisions', intakeKey)).status).toBe(200)
    expect(problemIn(await get('/divisions?tier=province')).fields?.[0]?.path).toBe('tier')
  })

  test('tells when a length ends, with its proof, and names a length that is none', async () => {
    const due = await get('/clock/due?start=2026-09-30&length=5wd')
    expect(due.body).toMatchObject({ dueAt: '2026-10-13T18:00:00+08:00', provisional: false })
    const bad = problemIn(await get('/clock/due?start=yesterday&length=five'))
    expect(bad.fields?.map((field) => field.path)).toEqual(['start', 'length'])
  })

  test('a hub without others above or below has no links', async () => {
    expect((await get('/hub/links')).body).toEqual({ items: [], nextCursor: null })
  })
})

describe('for whoever watches the hub', () => {
  test('it is alive, ready, and counts what it does, without a name or an id among the labels', async () => {
    await office.takeIn()
    const desk = await office.desk(duty)
    const { id } = await office.takeIn({ title: '计数' })
    await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'accept', payload: {} })
    await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'close', payload: {} })
    expect((await office.ask('GET', '/healthz')).body).toEqual({ ok: true })
    expect((await office.ask('GET', '/readyz')).body).toEqual({ ready: true })
    const text = String((await office.ask('GET', '/metrics')).body)
    expect(text).toContain('fengqiao_commands_total{type="accept",outcome="done"} 1')
    expect(text).toContain('fengqiao_commands_total{type="close",outcome="transition.notNow"} 1')
    expect(text).toMatch(/^fengqiao_desk_connections 1$/m)
    expect(text).toMatch(/^fengqiao_open_cases 2$/m)
    for (const name of [
      'command_seconds_bucket',
      'commit_steps',
      'cases_per_frame',
      'changes_sent',
      'timers_due',
      'wal_bytes',
    ]) {
      expect(text).toContain(`fengqiao_${name}`)
    }
    expect(text).toContain('nodejs_eventloop_lag_seconds')
    expect(text).not.toContain(id)
    desk.close()
  })

  test('each request and each command is one line of the log, with ids and never a name', async () => {
    const { id } = await office.takeIn({ title: '日志里没有标题' })
    const key = crypto.randomUUID()
    await office.ask('POST', `/cases/${id}/commands`, {
      token: duty,
      headers: { 'idempotency-key': key },
      body: { type: 'note', payload: { text: '我的电话 13912345678' } },
    })
    const lines = office
      .log()
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    const command = lines.find((line) => line['commandId'] === key)
    expect(command).toMatchObject({ msg: 'command', command: 'note', caseId: id, outcome: 'done' })
    expect(lines.at(-1)).toMatchObject({ msg: 'request', route: '/api/v1/cases/:id/commands', status: 200 })
    expect(lines.at(-1)?.['requestId']).toBe(command?.['requestId'])
    expect(office.log()).not.toMatch(/日志里没有标题|13912345678|夏知秋/)
  })
})

describe('a program that reads the documentation', () => {
  test('finds every command with its payload, every address, and problems', async () => {
    const described = (await office.ask('GET', '/openapi.json')).body as {
      openapi: string
      paths: Record<
        string,
        { post?: { requestBody?: { content: Record<string, { schema: { oneOf: { title: string }[] } }> } } }
      >
    }
    expect(described.openapi).toBe('3.1.0')
    const commands =
      described.paths['/api/v1/cases/{id}/commands']?.post?.requestBody?.content['application/json']?.schema
    expect(commands?.oneOf.map(({ title }) => title)).toEqual([...commandTypes])
    expect(JSON.stringify(commands)).toContain('leadUnit')
    for (const [path, { post }] of Object.entries(described.paths)) {
      for (const content of Object.values(post?.requestBody?.content ?? {}))
        expect(Object.keys(content).join(), path).toMatch(/example/)
    }
    expect(JSON.stringify(described.paths['/api/v1/cases/{id}/commands'])).toContain('Idempotency-Key')
    expect(JSON.stringify(described.paths['/api/v1/cases'])).toContain('application/problem+json')
    for (const path of ['/api/v1/appeals', '/api/v1/cases', '/api/v1/track/{trackingCode}', '/api/v1/audit/verify']) {
      expect(Object.keys(described.paths)).toContain(path)
    }
  })

  test('gets the pages of the documentation from the hub itself, with nothing from elsewhere', async () => {
    const page = await office.ask('GET', '/docs/')
    const text = page.status === 200 ? page : await office.ask('GET', '/docs')
    expect(text.status).toBe(200)
    expect(String(text.body)).not.toMatch(/(?:src|href)="https?:/)
    expect(text.headers.get('content-security-policy')).toContain("'self'")
  })
})

describe('pages', () => {
  test('say what to do while the screens are not built', async () => {
    const page = await office.ask('GET', '/')
    expect(page.status).toBe(503)
    expect(page.body).toContain('npm run build')
  })

  test('come from the build, with a fresh nonce, a strict policy, and no way out of their folder', async () => {
    const rendererDir = join(office.folder, 'renderer')
    mkdirSync(join(rendererDir, 'assets'), { recursive: true })
    const html = '<meta property="csp-nonce" nonce="__CSP_NONCE__"><script src="./assets/index-1.js"></script>'
    writeFileSync(join(rendererDir, 'index.html'), html)
    writeFileSync(join(rendererDir, 'resident.html'), `<title>网小格</title>${html}`)
    writeFileSync(join(rendererDir, 'assets/index-1.js'), 'export {}')
    const built = await startHub({ rendererDir })
    try {
      const nonces = await Promise.all(
        [1, 2].map(async () => {
          const page = await built.ask('GET', '/')
          const nonce = /nonce="([^"]+)"/.exec(String(page.body))?.[1] ?? ''
          expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`)
          expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
          return nonce
        }),
      )
      expect(nonces[0]).not.toBe(nonces[1])
      expect(nonces[0]).not.toContain('CSP')
      const resident = await built.ask('GET', '/r/')
      expect(resident.body).toContain('网小格')
      for (const path of ['/r/assets/index-1.js']) {
        const asset = await built.ask('GET', path)
        expect(asset.status).toBe(200)
        expect(asset.headers.get('cache-control')).toContain('immutable')
        expect(asset.headers.get('content-type')).toContain('javascript')
      }
      for (const path of [
        '/r/..%2f..%2fhub.sqlite',
        '/r/%2e%2e/hub.sqlite',
        '/r/assets/../../hub.sqlite',
        '/r/no-such-file',
      ]) {
        expect((await built.ask('GET', path)).status, path).toBe(404)
      }
    } finally {
      await built.stop()
    }
  })
})

describe('the station’s windows', () => {
  test('may read answers from their own scheme; no other foreign page may', async () => {
    const preflight = await office.ask('OPTIONS', '/session', {
      headers: {
        origin: 'app://centre',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization, content-type',
      },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe('app://centre')
    expect(preflight.headers.get('access-control-allow-headers')).toContain('idempotency-key')
    const read = await office.ask('GET', '/hub', { headers: { origin: 'app://centre' } })
    expect(read.headers.get('access-control-allow-origin')).toBe('app://centre')
    for (const origin of ['https://evil.example', 'app://centre.evil', 'null']) {
      const foreign = await office.ask('GET', '/hub', { headers: { origin } })
      expect(foreign.headers.get('access-control-allow-origin'), origin).toBeNull()
    }
  })
})

test('a disk that fails ends writing, not reading, and says so', async () => {
  const broken = await startHub()
  try {
    const token = await broken.signIn('duty.city')
    const { id } = await broken.takeIn()
    const desk = await broken.desk(token)
    // The database is made read-only under the hub: the next commit fails as it would on a failing disk.
    broken.hub().ledger.db.pragma('query_only = ON')
    const told = await broken.ask('POST', '/appeals', {
      token: intakeKey,
      headers: { 'idempotency-key': 'after-the-disk' },
      body: sampleAppeal,
    })
    expect(problemIn(told)).toMatchObject({ status: 503, code: 'hub.readOnly' })
    const answer = await desk.command({ id: crypto.randomUUID(), caseId: id, type: 'accept', payload: {} })
    expect(answer).toMatchObject({ ok: false, problem: { code: 'hub.readOnly' } })
    expect((await broken.ask('GET', `/cases/${id}`, { token })).status).toBe(200)
    expect((await broken.ask('GET', '/readyz')).status).toBe(503)
    broken.hub().ledger.db.pragma('query_only = OFF')
  } finally {
    await broken.stop()
  }
})
