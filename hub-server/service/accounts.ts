/** Accounts of the centre's people: made and reset by an administrator, never shown with their secrets. */
import { z } from 'zod'
import { badFieldsOf } from '../contract/bad-fields.ts'
import { divisionCodeSchema, unitCodeSchema } from '../contract/reference.ts'
import { granted, refused, type Answer, type BadField } from '../contract/refusal.ts'
import { roleSchema, type Role } from '../contract/vocabulary.ts'
import type { Actor } from '../contract/actor.ts'
import type { Hub } from './hub.ts'
import { checkNewPassword, hashPassword } from './passwords.ts'

export const newUserSchema = z.strictObject({
  username: z
    .string()
    .trim()
    .regex(
      /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,63}$/u,
      'a username has 2 to 64 letters, digits, dots, hyphens or underscores',
    ),
  name: z.string().trim().min(1).max(60),
  password: z.string(),
  roles: z.array(roleSchema).min(1),
  division: divisionCodeSchema,
  unit: unitCodeSchema.optional(),
})
export type NewUser = z.infer<typeof newUserSchema>

export interface UserSummary {
  readonly id: string
  readonly username: string
  readonly name: string
  readonly roles: readonly Role[]
  readonly division: string
  readonly unit: string | null
  readonly disabled: boolean
}

/** Who sits at the hub's own machine. */
export const commandLine: Actor = { kind: 'system', id: 'command-line' }

/** Makes an account. `input.invalid` names each bad field: shape, a used name, an unknown place or unit, a weak password. */
export async function addUser(hub: Hub, input: unknown, by: Actor = commandLine): Promise<Answer<UserSummary>> {
  const parsed = newUserSchema.safeParse(input, { reportInput: true })
  const bad = [
    ...(parsed.success ? [] : badFieldsOf(parsed.error.issues)),
    ...badBeyondShape(hub, readableSchema.parse(input)),
  ]
  if (!parsed.success || bad.length > 0) return refused('input.invalid', undefined, bad)
  const user = parsed.data
  return insertUser(hub, user, await hashPassword(user.password, user.roles), by)
}

/** Writes the account with a hash that was made already. */
export function insertUser(
  hub: Hub,
  {
    username,
    name,
    roles,
    division,
    unit = null,
  }: Omit<NewUser, 'password' | 'unit'> & { unit?: string | null | undefined },
  passwordHash: string,
  by: Actor = commandLine,
): Promise<Answer<UserSummary>> {
  return hub.commits.submit(() => {
    if (hub.ledger.accounts.byUsername(username) !== undefined) {
      return refused('input.invalid', undefined, [{ path: 'username', reason: 'user.exists', facts: { username } }])
    }
    const id = hub.newId()
    hub.ledger.accounts.insert({ id, username, name, passwordHash, roles, division, unit })
    hub.ledger.audit.append({
      at: hub.now(),
      actor: by,
      action: 'account.add',
      object: id,
      detail: { roles, division },
    })
    return granted({ id, username, name, roles, division, unit, disabled: false })
  })
}

/** Sets a new password, lifts a lock and ends every session of the account. */
export async function resetPassword(
  hub: Hub,
  username: string,
  password: string,
  by: Actor = commandLine,
): Promise<Answer<UserSummary>> {
  const account = hub.ledger.accounts.byUsername(username)
  if (account === undefined) {
    return refused('input.invalid', undefined, [{ path: 'username', reason: 'user.unknown', facts: { username } }])
  }
  const strong = checkNewPassword(password, username)
  if (!strong.ok) return strong
  const passwordHash = await hashPassword(password, account.roles)
  return hub.commits.submit(() => {
    hub.ledger.accounts.setPassword(account.id, passwordHash)
    const sessions = hub.ledger.accounts.endSessionsOf(account.id)
    hub.ledger.audit.append({
      at: hub.now(),
      actor: by,
      action: 'account.reset',
      object: account.id,
      detail: { sessions },
    })
    return granted(summaryOf(account))
  })
}

export function listUsers(hub: Hub): UserSummary[] {
  return hub.ledger.accounts.all().map(summaryOf)
}

function summaryOf({ id, username, name, roles, division, unit, disabled }: UserSummary): UserSummary {
  return { id, username, name, roles, division, unit, disabled }
}

/** Fields that can be read though others cannot, so that every mistake is named at once. */
const readableSchema = z
  .object({
    username: z.string().catch(''),
    password: newUserSchema.shape.password.optional().catch(undefined),
    roles: z.array(z.string()).catch([]),
    division: divisionCodeSchema.optional().catch(undefined),
    unit: z.string().optional().catch(undefined),
  })
  .catch({ username: '', roles: [] })

const unitRoles: ReadonlySet<string> = new Set<Role>(['unitHandler', 'unitHead'])

function badBeyondShape(
  hub: Hub,
  { username, password, roles, division, unit }: z.infer<typeof readableSchema>,
): BadField[] {
  const bad: BadField[] = []
  const strong = password === undefined ? undefined : checkNewPassword(password, username)
  if (strong?.ok === false) bad.push(...(strong.refusal.fields ?? []))
  if (hub.ledger.accounts.byUsername(username) !== undefined) {
    bad.push({ path: 'username', reason: 'user.exists', facts: { username } })
  }
  if (division !== undefined && !hub.reference.ancestorsOf(division).includes(hub.centre.code)) {
    bad.push({ path: 'division', reason: 'division.outside', facts: { code: division } })
  }
  if (unit === undefined) {
    // Without one he would see no order at all.
    if (roles.some((role) => unitRoles.has(role))) bad.push({ path: 'unit', reason: 'input.required' })
  } else if (unitCodeSchema.safeParse(unit).success && !hub.reference.units.has(unit)) {
    bad.push({ path: 'unit', reason: 'unit.unknown', facts: { unit } })
  }
  return bad
}
