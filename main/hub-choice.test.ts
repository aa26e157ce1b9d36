import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openHubChoice } from './hub-choice.ts'
import { openStationSetting } from './station-setting.ts'

let profile: string
let file: string

beforeEach(() => {
  profile = mkdtempSync(join(tmpdir(), 'fengqiao-choice-'))
  file = join(profile, 'station.json')
})

afterEach(() => rmSync(profile, { recursive: true, force: true }))

const hubAnswers = (url: string) =>
  Promise.resolve(
    url.endsWith('/healthz') ? Response.json({}) : Response.json({ code: 'auth.required' }, { status: 401 }),
  )
const nobodyAnswers = () => Promise.reject(new Error('net::ERR_CONNECTION_REFUSED'))

test('a station without a hub takes the one a person names, and knows it after a restart', async () => {
  const choice = openHubChoice({ given: null, setting: openStationSetting(file), ask: hubAnswers })
  expect(choice.hub()).toBeNull()
  expect(await choice.choose('127.0.0.1:4180')).toEqual({
    ok: true,
    value: { url: 'http://127.0.0.1:4180', fixed: false },
  })
  const restarted = openHubChoice({ given: null, setting: openStationSetting(file), ask: nobodyAnswers })
  expect(restarted.hub()).toEqual({ url: 'http://127.0.0.1:4180', fixed: false })
})

test('an address where no hub answers changes nothing', async () => {
  const setting = openStationSetting(file)
  setting.keepHubUrl('https://hub.example')
  const choice = openHubChoice({ given: null, setting, ask: nobodyAnswers })
  for (const [typed, code] of [
    ['https://other.example', 'hub.unreachable'],
    ['http://other.example', 'hub.insecure'],
    ['other hub', 'hub.notUrl'],
  ])
    expect(await choice.choose(typed ?? '')).toMatchObject({ ok: false, problem: { code, field: 'url' } })
  expect(choice.hub()).toEqual({ url: 'https://hub.example', fixed: false })
})

test('the hub given at start wins over the one kept, cannot be changed on the screen and is not kept', async () => {
  const setting = openStationSetting(file)
  setting.keepHubUrl('https://hub.example')
  const choice = openHubChoice({ given: 'http://127.0.0.1:4180', setting, ask: hubAnswers })
  expect(choice.hub()).toEqual({ url: 'http://127.0.0.1:4180', fixed: true })
  expect(await choice.choose('https://other.example')).toMatchObject({ ok: false, problem: { code: 'hub.fixed' } })
  expect(openStationSetting(file).hubUrl()).toBe('https://hub.example')
})
