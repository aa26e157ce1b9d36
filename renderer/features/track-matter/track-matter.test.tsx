import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { TrackView } from '../../../hub-server/contract/case-view.ts'
import { startTexts } from '../../shared/text/i18n.ts'
import { CodeForm } from './code-form.tsx'
import { TrackMatter } from './track-matter.tsx'

/** The real HTTP road is walked; the hub behind it answers what the test says. */
interface Answer {
  status: number
  body: unknown
  headers?: Record<string, string>
}

const answered: TrackView = {
  title: '村道桥面塌陷，校车无法通行',
  state: 'followingUp',
  kind: 'help',
  registeredAt: '2026-10-12T14:29:00+08:00',
  unit: '赫山区交通运输局',
  promisedAt: null,
  steps: [
    { step: 'registered', at: '2026-10-12T14:29:00+08:00', dueAt: null, done: true, text: null },
    { step: 'replied', at: '2026-10-13T11:20:00+08:00', dueAt: null, done: true, text: null },
    { step: 'rated', at: null, dueAt: null, done: false, text: null },
  ],
  reply: '桥面已用钢板临时封盖。',
  mayRate: true,
  rating: null,
  now: '2026-10-13T12:00:00+08:00',
}
const promised: TrackView = {
  ...answered,
  state: 'handling',
  promisedAt: '2026-10-13T14:29:00+08:00',
  steps: [
    { step: 'registered', at: '2026-10-12T14:29:00+08:00', dueAt: null, done: true, text: null },
    { step: 'replied', at: null, dueAt: '2026-10-13T14:29:00+08:00', done: false, text: null },
  ],
  reply: null,
  mayRate: false,
}
const ok = (body: unknown): Answer => ({ status: 200, body })
const refused = (status: number, code: string, detail: string, headers?: Record<string, string>): Answer => ({
  status,
  body: { type: 'about:blank', title: code, status, detail, code, requestId: 'r1' },
  ...(headers && { headers }),
})

let server: Server
let look: Answer
let posts: { path: string; key: string | undefined; body: unknown }[]
let postAnswers: Answer[]

function answerRequest(request: IncomingMessage, response: ServerResponse) {
  let body = ''
  request.on('data', (part: Buffer) => (body += part.toString()))
  request.on('end', () => {
    let answer = look
    if (request.method === 'POST') {
      posts.push({
        path: request.url ?? '',
        key: request.headers['idempotency-key']?.toString(),
        body: JSON.parse(body),
      })
      answer = postAnswers.shift() ?? ok({ version: 9 })
    }
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      'access-control-allow-origin': '*',
      'access-control-allow-headers': '*',
      'access-control-expose-headers': 'retry-after',
      ...answer.headers,
    })
    response.end(request.method === 'OPTIONS' ? '' : JSON.stringify(answer.body))
  })
}

async function stopHub() {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
}

beforeAll(() => startTexts('zh-CN'))
beforeEach(async () => {
  look = ok(answered)
  posts = []
  postAnswers = []
  server = createServer(answerRequest)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`
  vi.stubGlobal('station', { hub: () => Promise.resolve({ url, fixed: true }) })
  vi.stubGlobal('scrollTo', () => undefined)
})
afterEach(async () => {
  cleanup()
  await stopHub()
  vi.unstubAllGlobals()
})

const open = () => render(<TrackMatter code="7K2M4QXD9RTA" onCode={() => undefined} />)
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }))

async function rate() {
  open()
  await screen.findByText('桥面已用钢板临时封盖。')
  press('评价')
}

test('the promise stands first: by when one hears, and how long that is', async () => {
  look = ok(promised)
  open()
  expect(await screen.findByText('今天 14:29 前答复您')).toBeTruthy()
  expect(screen.getByText('还有 2 小时 29 分')).toBeTruthy()
  expect(screen.getByText('正在办理，赫山区交通运输局')).toBeTruthy()
  expect(screen.getByText('查询码 7K2M 4QXD 9RTA')).toBeTruthy()
  expect(screen.getByRole('button', { name: '评价' }).getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('答复以后可以评价')).toBeTruthy()
})

test('a promise that was not kept is said, not hidden', async () => {
  look = ok({ ...promised, now: '2026-10-13T16:29:00+08:00' })
  open()
  expect(await screen.findByText('应在 今天 14:29 前答复您')).toBeTruthy()
  expect(screen.getByText('已超过 2 小时 0 分，还没有答复')).toBeTruthy()
})

test('a rating is not sent until both questions are answered', async () => {
  await rate()
  press('提交评价')
  expect(screen.getAllByText('请选一项。')).toHaveLength(2)
  fireEvent.click(screen.getByLabelText('解决了'))
  expect(screen.getAllByText('请选一项。')).toHaveLength(1)
  expect(posts).toEqual([])
})

test('a rating that was refused says why, keeps what was typed, and counts once when it is sent again', async () => {
  postAnswers = [refused(409, 'transition.notNow', '您已经评价过了，目前不能再评价。')]
  await rate()
  fireEvent.click(screen.getByLabelText('没有解决'))
  fireEvent.click(screen.getByLabelText('不满意'))
  fireEvent.change(screen.getByLabelText('还想说的'), { target: { value: '还是过不了车' } })
  press('提交评价')
  expect((await screen.findByRole('alert')).textContent).toContain('您已经评价过了')
  expect(screen.getByLabelText<HTMLTextAreaElement>('还想说的').value).toBe('还是过不了车')
  press('提交评价')
  expect(await screen.findByText('中心收到了，会退回重办并再联系您。')).toBeTruthy()
  expect(posts).toHaveLength(2)
  expect(posts[0]?.path).toBe('/api/v1/track/7K2M4QXD9RTA/rating')
  expect(posts[0]?.body).toEqual({ solved: false, satisfaction: 'dissatisfied', text: '还是过不了车' })
  expect(posts[1]?.key).toBe(posts[0]?.key)
})

test('other words are another message: they get another key', async () => {
  postAnswers = [refused(409, 'transition.notNow', '目前状态不能办')]
  await rate()
  fireEvent.click(screen.getByLabelText('解决了'))
  fireEvent.click(screen.getByLabelText('满意'))
  press('提交评价')
  await screen.findByText('目前状态不能办')
  fireEvent.change(screen.getByLabelText('还想说的'), { target: { value: '谢谢' } })
  press('提交评价')
  await screen.findByText('中心已经收到。')
  expect(posts[1]?.key).not.toBe(posts[0]?.key)
})

test('what a resident adds is sent, and an empty addition is not', async () => {
  open()
  await screen.findByText('桥面已用钢板临时封盖。')
  press('补充情况')
  press('提交补充')
  expect(screen.getByText('请写几句再提交。')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('想补充的'), { target: { value: ' 昨晚又塌了一块 ' } })
  press('提交补充')
  expect(await screen.findByText('补充好了')).toBeTruthy()
  expect(posts.map(({ path, body }) => ({ path, body }))).toEqual([
    { path: '/api/v1/track/7K2M4QXD9RTA/notes', body: { text: '昨晚又塌了一块' } },
  ])
})

test('a wrong code, too many tries and a hub that is away each have their own words', async () => {
  look = refused(404, 'thing.notFound', '没有找到')
  open()
  expect(await screen.findByText(/没有这个查询码/)).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('查询码').value).toBe('7K2M 4QXD 9RTA')
  cleanup()
  look = refused(429, 'rate.limited', '太频繁', { 'retry-after': '40' })
  open()
  expect((await screen.findByText(/查询太频繁/)).textContent).toMatch(/(39|40) 秒后可以再试/)
  cleanup()
  await stopHub()
  open()
  expect(await screen.findByText(/现在连不上中心/)).toBeTruthy()
})

test('while the hub is away the last state stays with its time, and coming back to the page looks again', async () => {
  open()
  await screen.findByText('桥面已用钢板临时封盖。')
  look = refused(500, 'hub.failed', '枢纽内部出错')
  window.dispatchEvent(new Event('focus'))
  expect(await screen.findByText('枢纽内部出错')).toBeTruthy()
  expect(screen.getByText(/下面是 12:00 的情况/)).toBeTruthy()
  expect(screen.getByText('桥面已用钢板临时封盖。')).toBeTruthy()
  look = ok({ ...answered, mayRate: false, rating: { solved: true, satisfaction: 'satisfied' } })
  window.dispatchEvent(new Event('focus'))
  expect(await screen.findByText('您的评价：解决了，满意')).toBeTruthy()
  expect(screen.queryByText('枢纽内部出错')).toBeNull()
})

test('a code is set in groups while it is typed, and one that is too short is not looked up', async () => {
  const codes: string[] = []
  render(<CodeForm onCode={(code) => codes.push(code)} />)
  const field = screen.getByLabelText<HTMLInputElement>('查询码')
  fireEvent.change(field, { target: { value: '7k2m4qx' } })
  expect(field.value).toBe('7K2M 4QX')
  press('查询')
  expect(screen.getByRole('alert').textContent).toContain('现在是 7 位')
  fireEvent.change(field, { target: { value: '7k2m 4qxd-9rto' } })
  press('查询')
  await waitFor(() => expect(codes).toEqual(['7K2M4QXD9RT0']))
})
