import { afterEach, expect, test } from 'vitest'
import type { Session } from '../../hub-server/contract/session.ts'
import { shareSession } from './share-session.ts'

const officer: Session = {
  token: 'token-1',
  expiresAt: '2099-01-01T00:00:00+08:00',
  user: {
    id: 'u1',
    name: '周',
    roles: ['dutyOfficer'],
    centre: { code: '430900000000', name: '益阳市', tier: 'city' },
  },
}

const channels: BroadcastChannel[] = []
const RealChannel = BroadcastChannel

/** Each window has a channel of its own; all of them are closed when the test is over. */
class WatchedChannel extends RealChannel {
  constructor(name: string) {
    super(name)
    channels.push(this)
  }
}
globalThis.BroadcastChannel = WatchedChannel

afterEach(() => {
  for (const channel of channels.splice(0)) channel.close()
})

function openWindow(start: Session | null) {
  let session: unknown = start
  const sharing = shareSession({
    present: () => session as Session | null,
    take: (taken) => {
      session = taken
    },
    ended: (token) => {
      if ((session as Session | null)?.token === token) session = null
    },
  })
  return { ...sharing, session: () => session as Session | null }
}

/** Long enough for messages that were sent before to arrive: they come in order. */
async function delivered() {
  const [a, b] = [new RealChannel('order'), new RealChannel('order')]
  for (let round = 0; round < 3; round++) {
    await new Promise((resolve) => {
      b.onmessage = resolve
      a.postMessage(round)
    })
  }
  a.close()
  b.close()
}

test('a wall that opens beside a desk takes over its session', async () => {
  openWindow(officer)
  const wall = openWindow(null)
  await delivered()
  expect(wall.session()).toEqual(officer)
})

test('a wall that waits takes the session of the desk that signs in', async () => {
  const wall = openWindow(null)
  const desk = openWindow(null)
  desk.offer(officer)
  await delivered()
  expect(wall.session()).toEqual(officer)
})

test('signing out ends the session where it is held, and no other', async () => {
  const wall = openWindow(officer)
  const other = openWindow({ ...officer, token: 'token-2' })
  const desk = openWindow(officer)
  desk.end('token-1')
  await delivered()
  expect(wall.session()).toBeNull()
  expect(other.session()?.token).toBe('token-2')
})

test('a window that has a session keeps it, and what is no message is not listened to', async () => {
  const other = openWindow({ ...officer, token: 'token-2' })
  const desk = openWindow(officer)
  desk.offer(officer)
  const stranger = new RealChannel('fengqiao.session')
  for (const message of [null, 'session', { kind: 'ended' }, { kind: 'session' }]) stranger.postMessage(message)
  await delivered()
  stranger.close()
  expect(other.session()?.token).toBe('token-2')
  expect(desk.session()).toEqual(officer)
})
