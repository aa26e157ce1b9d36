/** A demonstration hub as a process of its own, on a port and folder that stay the same over its lives. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startHubProcess, type HubProcess } from './hub-process.ts'

export interface HandedIn {
  readonly id: string
  readonly caseCode: string
  readonly trackingCode: string
}

export interface DemoOffice {
  readonly url: string
  /** SIGKILL: as when the power fails. */
  readonly kill: () => Promise<void>
  readonly startAgain: () => Promise<void>
  /** A program hands in an appeal, as 12345 does. */
  readonly handIn: (title: string, more?: object) => Promise<HandedIn>
  /** One request of somebody of the demonstration; gives the answer's body. */
  readonly ask: (username: string, method: string, path: string, body?: object) => Promise<unknown>
  readonly end: () => Promise<void>
}

export async function openDemoOffice(cases = 60): Promise<DemoOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'fengqiao-office-'))
  let hub: HubProcess = await startHubProcess(folder, ['--demo', '--demo-cases', String(cases)])
  const { url } = hub
  const send = async (token: string, method: string, path: string, body?: object) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'idempotency-key': crypto.randomUUID(),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer: unknown = await response.json()
    if (!response.ok) throw new Error(`${method} ${path}: ${String(response.status)} ${JSON.stringify(answer)}`)
    return answer
  }
  return {
    url,
    kill: () => hub.kill(),
    startAgain: async () => {
      hub = await startHubProcess(folder, ['--demo', '--port', new URL(url).port])
    },
    handIn: async (title, more = {}) => {
      const appeal = {
        channel: 'hotline12345',
        kind: 'complaint',
        title,
        text: '我叫王建国，电话13812345678，小区门口的路灯坏了十天，老人晚上不敢出门。',
        citizen: { name: '王建国', phone: '13812345678' },
        divisionCode: '430922112006',
        category: '城乡建设/城市建设和市政管理',
        ...more,
      }
      return (await send('demo-intake-key', 'POST', '/appeals', appeal)) as HandedIn
    },
    ask: async (username, method, path, body) => {
      const session = { username, password: 'fengqiao-demo' }
      const { token } = (await send('', 'POST', '/session', session)) as { token: string }
      return send(token, method, path, body)
    },
    end: async () => {
      await hub.end()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
