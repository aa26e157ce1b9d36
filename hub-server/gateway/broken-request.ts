/** What is not HTTP, or has no end: answered on the bare socket, since no request came of it. */
import { randomUUID } from 'node:crypto'
import type { Socket } from 'node:net'
import type { Problem } from '../contract/refusal.ts'
import { zhCn } from './problem-text-zh-cn.ts'

export function answerBrokenRequest(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy()
    return
  }
  const [status, line, code] =
    error.code === 'HPE_HEADER_OVERFLOW'
      ? [431, 'Request Header Fields Too Large', 'input.tooLarge' as const]
      : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
        ? [408, 'Request Timeout', 'input.invalid' as const]
        : [400, 'Bad Request', 'input.invalid' as const]
  const title = zhCn.titles[code]
  const requestId = randomUUID()
  const problem: Problem = { type: `urn:fengqiao:problem:${code}`, title, status, detail: title, code, requestId }
  const body = JSON.stringify(problem)
  socket.end(
    [
      `HTTP/1.1 ${String(status)} ${line}`,
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${String(Buffer.byteLength(body))}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  )
}
