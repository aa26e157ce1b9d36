import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { signOut } from '../../hub/session.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { SignInGate } from './sign-in-gate.tsx'

/** What the hub answers to a sign-in; the real HTTP road is walked. */
type Answer = { status: number; body: unknown; headers?: Record<string, string> }

const centre = { code: '430903000000', name: '赫山区', tier: 'county' }
const signedIn: Answer = {
  status: 200,
  body: {
    token: 'token-1',
    expiresAt: '2099-01-01T00:00:00+08:00',
    user: { id: 'u1', name: '周', roles: ['dutyOfficer'], centre },
  },
}
const refused = (status: number, code: string, headers?: Record<string, string>): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, detail: code, code, requestId: 'r1' },
  ...(headers && { headers }),
})

let server: Server
let answer: Answer
let hubInfo: object
let sent: unknown[]

function answerRequest(request: IncomingMessage, response: ServerResponse) {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    const isSignIn = request.method === 'POST'
    if (isSignIn) sent.push(JSON.parse(body))
    const { status, body: content, headers } = isSignIn ? answer : { status: 200, body: hubInfo, headers: {} }
    response.writeHead(status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-expose-headers': 'retry-after',
      ...headers,
    })
    response.end(request.method === 'OPTIONS' ? '' : JSON.stringify(content))
  })
}

async function stopHub() {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

beforeAll(() => startTexts('zh-CN'))

beforeEach(async () => {
  sent = []
  answer = signedIn
  hubInfo = {
    centre,
    above: [{ code: '430900000000', name: '益阳市', tier: 'city' }],
    below: [{ tier: 'village', count: 215 }],
  }
  localStorage.clear()
  server = createServer(answerRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  // The station is the app's bridge to its own process, which does not run here: only the hub's address is asked of it.
  vi.stubGlobal('station', { hub: () => Promise.resolve({ url, fixed: true }) })
})

afterEach(async () => {
  cleanup()
  await signOut()
  await stopHub()
  vi.unstubAllGlobals()
})

async function open() {
  render(<SignInGate>值班工作台</SignInGate>)
  await screen.findByText('枢纽已连接')
}

function fillAndSend(account: string, password: string) {
  fireEvent.change(screen.getByLabelText('账号'), { target: { value: account } })
  fireEvent.change(screen.getByLabelText('密码'), { target: { value: password } })
  fireEvent.click(screen.getByRole('button', { name: /^登录/ }))
}

test('the right account and password open the desk', async () => {
  await open()
  fillAndSend('duty.county', 'secret')
  await screen.findByText('值班工作台')
  expect(sent).toEqual([{ username: 'duty.county', password: 'secret' }])
})

test('a wrong password is said at the field, what was typed stays, and the field has the focus', async () => {
  answer = refused(401, 'auth.failed')
  await open()
  fillAndSend('duty.county', 'wrong')
  expect((await screen.findByRole('alert')).textContent).toContain('账号或密码不对')
  const password = screen.getByLabelText<HTMLInputElement>('密码')
  expect(password.value).toBe('wrong')
  expect(password.getAttribute('aria-invalid')).toBe('true')
  expect(document.activeElement).toBe(password)
})

test('a locked account says how long', async () => {
  answer = refused(401, 'auth.locked', { 'retry-after': '840' })
  await open()
  fillAndSend('duty.county', 'secret')
  expect((await screen.findByRole('alert')).textContent).toContain('14′00″ 后可再试')
})

test('an empty password is not sent', async () => {
  await open()
  fillAndSend('duty.county', '')
  expect((await screen.findByRole('alert')).textContent).toContain('密码未填')
  expect(sent).toEqual([])
})

test('a hub that went away is told apart from a wrong password', async () => {
  await open()
  await stopHub()
  fillAndSend('duty.county', 'secret')
  expect((await screen.findByRole('alert')).textContent).toContain('连不上枢纽，没有登录')
  expect(screen.queryByText('值班工作台')).toBeNull()
})

test('an answer that is no hub’s is not taken for a sign-in', async () => {
  answer = { status: 200, body: { hello: 'world' } }
  await open()
  fillAndSend('duty.county', 'secret')
  expect((await screen.findByRole('alert')).textContent).toContain('看不懂')
})

test('the one-time code is asked for only when the hub wants it', async () => {
  await open()
  expect(screen.queryByLabelText('动态口令')).toBeNull()
  cleanup()
  hubInfo = { ...hubInfo, otp: true }
  await open()
  fireEvent.change(await screen.findByLabelText('动态口令'), { target: { value: '123 456' } })
  fillAndSend('duty.county', 'secret')
  await waitFor(() => {
    expect(sent).toEqual([{ username: 'duty.county', password: 'secret', otp: '123456' }])
  })
})

test('caps lock is noticed, and a password can be looked at by key', async () => {
  await open()
  const password = screen.getByLabelText<HTMLInputElement>('密码')
  fireEvent.keyDown(password, { key: 'A', modifierCapsLock: true })
  expect(await screen.findByText('大写锁定已开')).toBeTruthy()
  fireEvent.keyDown(password, { code: 'KeyV', altKey: true })
  expect(password.type).toBe('text')
})

test('the ladder names this centre and the one above, and counts what lies below', async () => {
  await open()
  const here = screen.getByText('本中心').closest('li')
  expect(here?.textContent).toContain('赫山区')
  expect(screen.getByText('上级').closest('li')?.textContent).toContain('益阳市')
  expect(screen.getByText('215 个')).toBeTruthy()
})

test('the account that was last used here is filled in, its password never', async () => {
  localStorage.setItem('fengqiao.lastAccount', 'duty.city')
  await open()
  expect(screen.getByLabelText<HTMLInputElement>('账号').value).toBe('duty.city')
  expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe('')
})
