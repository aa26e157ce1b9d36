import { expect, test } from 'vitest'
import { stationChannels } from '../preload/station-api.ts'
import type { WindowKind } from '../preload/station-api.ts'
import { answerCall } from './ipc.ts'
import type { Call, Station } from './ipc.ts'

const station: Station = {
  windowKindOf: () => 'desk',
  hub: () => ({ url: 'https://hub.example', fixed: false }),
  chooseHub: (url) => Promise.resolve({ ok: true, value: { url, fixed: false } }),
  open: () => undefined,
  info: (windowKind) => ({ version: '1.2.3', platform: 'linux', windowKind, notices: [] }),
}

function asking(channel: string, args: readonly unknown[], windowKind: WindowKind = 'desk'): Call {
  const frame = { url: 'app://centre/index.html', origin: 'app://centre', top: true }
  return { channel, args, sender: 1, caller: { frame, windowKind } }
}

function knock(call: Call, doing: Partial<Station> = {}, reported: string[] = []) {
  const report = (event: string) => reported.push(event)
  return answerCall({ station: { ...station, ...doing }, budget: { take: () => true }, report }, call)
}

test('each channel does its one thing', async () => {
  const opened: WindowKind[] = []
  const open = (kind: WindowKind) => opened.push(kind)
  expect(await knock(asking(stationChannels.hub, [{}]))).toEqual({
    ok: true,
    value: { url: 'https://hub.example', fixed: false },
  })
  expect(await knock(asking(stationChannels.hub, [{}]), { hub: () => null })).toEqual({ ok: true, value: null })
  expect(await knock(asking(stationChannels.chooseHub, [{ url: 'a' }]))).toEqual({
    ok: true,
    value: { url: 'a', fixed: false },
  })
  expect(await knock(asking(stationChannels.openWall, [{}]), { open })).toEqual({ ok: true, value: null })
  expect(await knock(asking(stationChannels.openDesk, [{}], 'wall'), { open })).toEqual({ ok: true, value: null })
  expect(opened).toEqual(['wall', 'desk'])
  expect(await knock(asking(stationChannels.info, [{}], 'wall'))).toMatchObject({ value: { windowKind: 'wall' } })
})

test('a wall may look but not change the hub', async () => {
  for (const channel of [stationChannels.chooseHub, stationChannels.openWall])
    expect(await knock(asking(channel, [{ url: 'a' }], 'wall'))).toMatchObject({ problem: { code: 'ipc.wrongWindow' } })
})

test('a channel that is not in the table is unknown, and names every object has are no channels', async () => {
  for (const channel of ['station:admin', '__proto__', 'constructor', 'toString', ''])
    expect(await knock(asking(channel, [{}]))).toMatchObject({ problem: { code: 'ipc.unknownChannel' } })
})

test.each<[string, readonly unknown[]]>([
  ['no argument', []],
  ['one too many', [{ url: 'a' }, 1]],
  ['not an object', ['a']],
  ['null', [null]],
  ['no address', [{}]],
  ['an empty address', [{ url: '' }]],
  ['an address too long', [{ url: 'a'.repeat(301) }]],
  ['a number', [{ url: NaN }]],
  ['a huge number', [{ url: 10n }]],
  ['a list', [{ url: ['a'] }]],
  ['an unknown field', [{ url: 'a', admin: true }]],
  ['a prototype', [JSON.parse('{"url":"a","__proto__":{"admin":true}}')]],
  ['a constructor', [{ url: 'a', constructor: { prototype: { admin: true } } }]],
  ['a date', [new Date(0)]],
])('what a channel does not take is refused with the reason: %s', async (_what, args) => {
  const answer = await knock(asking(stationChannels.chooseHub, args))
  expect(answer).toMatchObject({ ok: false, problem: { code: 'input.invalid' } })
  expect(Object.keys(Object.prototype)).toEqual([])
  expect('admin' in {}).toBe(false)
})

test('the refusal names the field', async () => {
  expect(await knock(asking(stationChannels.chooseHub, [{ url: 7 }]))).toMatchObject({ problem: { field: 'url' } })
})

test('what is too large is refused before it is parsed, and a caller who is not ours before that', async () => {
  const big = [{ url: 'x'.repeat(10_000_000) }]
  expect(await knock(asking(stationChannels.chooseHub, big))).toMatchObject({ problem: { code: 'input.tooLarge' } })
  const stranger = { ...asking(stationChannels.chooseHub, big), caller: { frame: null, windowKind: 'desk' as const } }
  expect(await knock(stranger)).toMatchObject({ problem: { code: 'ipc.notOurPage' } })
})

test('whatever throws inside is a typed answer, and every refusal is reported', async () => {
  const reported: string[] = []
  const broken = { hub: () => JSON.parse('{') as null }
  expect(await knock(asking(stationChannels.hub, [{}]), broken, reported)).toMatchObject({
    ok: false,
    problem: { code: 'station.failed' },
  })
  expect(reported).toEqual(['station.failed'])
})

test('a window that calls without end gets a short answer', async () => {
  const answer = await answerCall(
    { station, budget: { take: () => false }, report: () => undefined },
    asking(stationChannels.hub, [{}]),
  )
  expect(answer).toMatchObject({ ok: false, problem: { code: 'rate.limited' } })
})
