/** Signing in, and who one is. */
import { z } from 'zod'
import { instantSchema } from './instant.ts'
import { tierSchema } from './reference.ts'
import { roleSchema } from './vocabulary.ts'

export const signInSchema = z.strictObject({
  username: z.string().trim().min(1).max(64),
  password: z.string().min(1).max(1024),
  otp: z.string().max(16).optional(),
})
export const sessionUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  roles: z.array(roleSchema),
  centre: z.object({ code: z.string(), name: z.string(), tier: tierSchema }),
  unit: z.object({ code: z.string(), name: z.string() }).optional(),
})
export type SessionUser = z.infer<typeof sessionUserSchema>
export const sessionSchema = z.object({ token: z.string(), expiresAt: instantSchema, user: sessionUserSchema })
export type Session = z.infer<typeof sessionSchema>
export const currentSessionSchema = z.object({ expiresAt: instantSchema, user: sessionUserSchema })
