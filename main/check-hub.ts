import { z } from 'zod'
import type { HubProblemCode } from '../preload/station-api.ts'

/**
 * Whether a Fengqiao hub answers at this origin. It must be alive (`/healthz`) and speak our contract at `/api/v1/hub`: the centre's own
 * description, or a problem answer that says sign in first. Null when it does.
 */
export async function checkHub(url: string, ask: AskHub): Promise<Exclude<HubProblemCode, 'hub.notUrl'> | null> {
  try {
    const [health, hub] = await Promise.all([ask(`${url}/healthz`, asPlain()), ask(`${url}/api/v1/hub`, asPlain())])
    if (!health.ok) return 'hub.notFengqiao'
    return (await isHubAnswer(hub)) ? null : 'hub.notFengqiao'
  } catch (error) {
    return /ERR_(CERT|SSL|BAD_SSL)/.test(String(error)) ? 'hub.untrusted' : 'hub.unreachable'
  }
}

export type AskHub = (url: string, init: RequestInit) => Promise<Response>

/** Five seconds are long for a machine in the same network and bearable for the person who waits. */
function asPlain(): RequestInit {
  return { redirect: 'error', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(5_000) }
}

async function isHubAnswer(answer: Response): Promise<boolean> {
  const body = hubAnswerSchema.safeParse(await jsonOf(answer))
  if (!body.success) return false
  return answer.ok ? body.data.centre !== undefined : body.data.code?.startsWith('auth.') === true
}

/** Both shapes in one: the centre when we may read it, the problem code when we may not. */
const hubAnswerSchema = z.looseObject({
  centre: z.looseObject({ code: z.string() }).optional(),
  code: z.string().optional(),
})

async function jsonOf(answer: Response): Promise<unknown> {
  const text = await answer.text()
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
