/** Who does something. Kept on every event: ids, role and unit, never a name. */
import { z } from 'zod'
import { roleSchema } from './vocabulary.ts'

export const actorSchema = z.strictObject({
  kind: z.enum(['person', 'resident', 'program', 'system']),
  id: z.string(),
  /** The role that gave the right; absent for residents, programs and the system itself. */
  role: roleSchema.optional(),
  unit: z.string().optional(),
  /** The centre (division code) whose officer acted. */
  centre: z.string().optional(),
})
export type Actor = z.infer<typeof actorSchema>
