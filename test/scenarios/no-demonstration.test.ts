import { expect, test } from 'vitest'
import { demoPassword } from '../../hub-server/service/demo-accounts.ts'
import { intakeKey, problemIn, sampleAppeal, startHub } from '../support/hubs.ts'

test('a hub started without demonstration data has none of its accounts and not its key (T65)', async () => {
  const office = await startHub({ demo: false })
  try {
    for (const username of ['duty.city', 'sysadmin.city', 'wall.city', 'admin', 'root']) {
      const told = await office.ask('POST', '/session', { body: { username, password: demoPassword } })
      expect(problemIn(told).code).toBe('auth.failed')
    }
    const told = await office.ask('POST', '/appeals', {
      token: intakeKey,
      body: sampleAppeal,
      headers: { 'idempotency-key': 'key-1' },
    })
    expect(problemIn(told).code).toBe('auth.required')
    expect((await office.ask('GET', '/hub')).body).toMatchObject({ demo: false })
  } finally {
    await office.stop()
  }
})
