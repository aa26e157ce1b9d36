import { z } from 'zod'
import { currentSessionSchema, sessionSchema, signInSchema } from '../../contract/session.ts'
import { signIn, signOut } from '../../service/sign-in.ts'
import { sessionOfRequest, valueOf, type App, type Door } from '../door.ts'
import { refuseExhausted } from '../limits.ts'

/** Signing in, who am I, signing out. */
export function addSessionRoutes(app: App, door: Door, onSignOut: () => void): void {
  const { hub, limits, metrics } = door
  app.post(
    '/session',
    { schema: { tags: ['session'], security: [], body: signInSchema, response: { 200: sessionSchema } } },
    async (request) => {
      // Over all accounts: a password tried on a thousand names is a thousand failures of one address.
      await refuseExhausted(limits.failedSignIns, request.ip)
      const answer = await signIn(hub, request.body, request.ip)
      metrics.signIns.inc({ outcome: answer.ok ? 'signedIn' : answer.refusal.code })
      if (!answer.ok) await limits.failedSignIns.penalty(request.ip)
      return valueOf(answer)
    },
  )
  app.get('/session', { schema: { tags: ['session'], response: { 200: currentSessionSchema } } }, (request) => {
    const { expiresAt, user } = sessionOfRequest(door, request)
    return { expiresAt, user }
  })
  app.delete('/session', { schema: { tags: ['session'], response: { 204: z.null() } } }, async (request, reply) => {
    await signOut(hub, sessionOfRequest(door, request).token)
    onSignOut()
    void reply.code(204)
    return null
  })
}
