import type { z } from 'zod'
import { problemSchema } from '../../hub-server/contract/refusal.ts'
import { hubAddress } from './hub-address.ts'
import { answerWithinMs, type HubAnswer, type HubFailure } from './hub-failure.ts'

export interface HubRequest<T> {
  method?: 'GET' | 'POST' | 'DELETE'
  /** Below `/api/v1`, with a slash at the front. */
  path: string
  body?: unknown
  /** The session token; left out where none is needed. */
  token?: string | null
  headers?: Record<string, string>
  answer: z.ZodType<T>
  signal?: AbortSignal
}

/** One HTTP request to the hub. It never throws: what went wrong is in the answer. */
export async function askHub<T>(request: HubRequest<T>): Promise<HubAnswer<T>> {
  const address = await hubAddress().catch(() => null)
  if (address === null) return unreachable('noHub')
  const startedAt = performance.now()
  const limit = AbortSignal.timeout(answerWithinMs)
  let response: Response
  let text: string
  try {
    response = await fetch(`${address}/api/v1${request.path}`, {
      method: request.method ?? 'GET',
      headers: headersOf(request),
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      signal: request.signal ? AbortSignal.any([limit, request.signal]) : limit,
      cache: 'no-store',
      credentials: 'omit',
    })
    text = await response.text()
  } catch {
    return unreachable(limit.aborted ? 'timeout' : 'network')
  }
  const tookMs = Math.round(performance.now() - startedAt)
  const json = jsonOf(text)
  if (response.ok) {
    const parsed = request.answer.safeParse(json)
    return parsed.success ? { ok: true, value: parsed.data, tookMs } : unreadable(response.status)
  }
  const problem = problemSchema.safeParse(json)
  if (!problem.success) return unreadable(response.status)
  const retryAfter = Number(response.headers.get('retry-after') ?? NaN)
  const retryAfterSeconds = Number.isFinite(retryAfter) ? retryAfter : null
  return { ok: false, failure: { kind: 'refused', problem: problem.data, retryAfterSeconds } }
}

function headersOf(request: HubRequest<unknown>): Record<string, string> {
  return {
    accept: 'application/json',
    'accept-language': document.documentElement.lang,
    ...(request.body !== undefined && { 'content-type': 'application/json' }),
    ...(request.token !== undefined && request.token !== null && { authorization: `Bearer ${request.token}` }),
    ...request.headers,
  }
}

function unreachable(reason: 'network' | 'timeout' | 'noHub'): { ok: false; failure: HubFailure } {
  return { ok: false, failure: { kind: 'unreachable', reason } }
}

function unreadable(status: number): { ok: false; failure: HubFailure } {
  return { ok: false, failure: { kind: 'unreadable', status } }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
