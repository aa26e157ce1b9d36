import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertUser } from '../../hub-server/service/accounts.ts'
import { addKey } from '../../hub-server/service/api-keys.ts'
import { openHub } from '../../hub-server/service/open-hub.ts'
import { hashPassword } from '../../hub-server/service/passwords.ts'
import { signIn } from '../../hub-server/service/sign-in.ts'
import { verify } from '../../hub-server/service/verify.ts'
import { startHubProcess, type HubProcess } from '../support/hub-process.ts'

const centre = '430900000000'
const kills = 50
const workers = 12

let folder = ''
let key = ''
let token = ''

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'fengqiao-killed-'))
  const hub = openHub({ folder, centre })
  const made = await addKey(hub, 'intake')
  if (made.ok) key = made.value.key
  const hash = await hashPassword('a long pass phrase', ['dutyOfficer'])
  await insertUser(hub, { username: 'duty.test', name: '测试', roles: ['dutyOfficer'], division: centre }, hash)
  const session = await signIn(hub, { username: 'duty.test', password: 'a long pass phrase' })
  if (session.ok) token = session.value.token
  hub.ledger.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

/** One request that is sent until somebody answers it: with the same key, over as many lives of the hub as it takes. */
interface Request {
  readonly path: () => string
  readonly key: string
  readonly body: object
  readonly as: 'program' | 'officer'
}

/** What the office was told, in order; kept by the test, not by the hub. */
const told = { cases: new Map<string, number>(), repeats: 0 }
let number = 0

/** One worker's matter: an appeal, then accept and dispatch. Its next request stays the next until it is answered. */
function matter() {
  number += 1
  const mine = number
  let id = ''
  const steps: Request[] = [
    {
      path: () => '/api/v1/appeals',
      key: `appeal-${String(mine)}`,
      body: {
        channel: 'hotline12345',
        kind: 'help',
        title: `路灯不亮 ${String(mine)}`,
        text: '村口路灯坏了三天。',
        divisionCode: '430922101001',
      },
      as: 'program',
    },
    {
      path: () => `/api/v1/cases/${id}/commands`,
      key: `accept-${String(mine)}`,
      body: { type: 'accept', payload: {}, expectedVersion: 1 },
      as: 'officer',
    },
    {
      path: () => `/api/v1/cases/${id}/commands`,
      key: `dispatch-${String(mine)}`,
      body: { type: 'dispatch', payload: { leadUnit: '430922000000.housing', urgency: 'normal' }, expectedVersion: 2 },
      as: 'officer',
    },
  ]
  return {
    next: () => steps[0],
    answered: (body: { id?: string; caseId?: string; version?: number }) => {
      steps.shift()
      id = body.id ?? body.caseId ?? id
      told.cases.set(id, body.version ?? 1)
    },
  }
}

type Matter = ReturnType<typeof matter>

async function work(hub: HubProcess, matters: Matter[], index: number, until: () => boolean): Promise<void> {
  while (!until()) {
    const mine = matters[index]
    const request = mine?.next()
    if (mine === undefined || request === undefined) {
      matters[index] = matter()
      continue
    }
    const answer = await send(hub, request)
    if (answer === undefined) return
    expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
    mine.answered(answer.body)
  }
}

/** Undefined when the line broke: done or not done, nobody here knows. */
async function send(hub: HubProcess, request: Request) {
  try {
    const response = await fetch(hub.url + request.path(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': request.key,
        authorization: `Bearer ${request.as === 'program' ? key : token}`,
      },
      body: JSON.stringify(request.body),
    })
    return {
      status: response.status,
      body: (await response.json()) as { id?: string; caseId?: string; version?: number },
    }
  } catch {
    return undefined
  }
}

test(`a hub killed ${String(kills)} times at any moment loses no acknowledged command and does none by half (T24, T26, T36)`, async () => {
  const matters = Array.from({ length: workers }, matter)
  for (let life = 0; life < kills; life += 1) {
    const hub = await startHubProcess(folder)
    let dead = false
    const killing = new Promise<void>((resolve) => {
      setTimeout(
        () => {
          dead = true
          void hub.kill().then(resolve)
        },
        60 + ((life * 37) % 180),
      )
    })
    await Promise.all([...matters.map((_matter, index) => work(hub, matters, index, () => dead)), killing])
  }

  const hub = openHub({ folder, centre })
  const lost = [...told.cases].filter(([id, version]) => (hub.ledger.cases.byId(id)?.file.version ?? 0) < version)
  expect(told.cases.size).toBeGreaterThan(kills)
  expect(lost).toEqual([])
  // Nothing was done twice: a matter that was asked for three things has at most three facts of people.
  const counts = [...told.cases.keys()].map(
    (id) => hub.ledger.events.course(id).filter((event) => event.actor.kind !== 'system').length,
  )
  expect(Math.max(...counts)).toBeLessThanOrEqual(3)
  expect(hub.ledger.cases.count()).toBeLessThanOrEqual(number)
  expect(verify(hub)).toMatchObject({ ok: true, differences: [] })
  hub.ledger.close()
}, 300_000)
