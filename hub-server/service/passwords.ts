/** Argon2id (OWASP: 19 MiB, t=2 for users; 46 MiB, t=1 for administrators). The hash names its own cost, so that a site may raise it. */
import { hash, verify, type Options } from '@node-rs/argon2'
import { granted, refused, type Answer } from '../contract/refusal.ts'
import type { Role } from '../contract/vocabulary.ts'

const administrators: ReadonlySet<Role> = new Set<Role>(['hubOperator', 'sysAdmin', 'secAdmin', 'auditAdmin'])
// Argon2id is the library's default algorithm; its enum is erased at run time.
const userCost: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const administratorCost: Options = { memoryCost: 47_104, timeCost: 1, parallelism: 1 }

/** More at once would take the memory and the cores that commands need. */
const mostAtOnce = 8
let running = 0
const waiting: (() => void)[] = []

export function isAdministrator(roles: readonly Role[]): boolean {
  return roles.some((role) => administrators.has(role))
}

/** Hash of a password for an account with these roles. */
export function hashPassword(password: string, roles: readonly Role[]): Promise<string> {
  return inTurn(() => hash(plain(password), costOf(roles)))
}

/** Whether a hash was made with other costs than the account's roles ask for now: it is made anew at the next sign-in. */
export function isOutdated(passwordHash: string, roles: readonly Role[]): boolean {
  const { memoryCost, timeCost, parallelism } = costOf(roles)
  return !passwordHash.startsWith(
    `$argon2id$v=19$m=${String(memoryCost)},t=${String(timeCost)},p=${String(parallelism)}$`,
  )
}

export function passwordMatches(passwordHash: string, password: string): Promise<boolean> {
  return inTurn(() => verify(passwordHash, plain(password)))
}

/** Takes as long as a real check: an unknown name must not answer sooner than a known one. */
export async function pretendToCheck(password: string): Promise<false> {
  await inTurn(() => verify(dummyHash, plain(password)))
  return false
}

/**
 * Rules for a real account (trust.md 5.1): 15 characters while there is no second factor would be OWASP's wish, 8 is the floor here;
 * long ones are never cut, common ones and the own name refused.
 */
export function checkNewPassword(password: string, username: string): Answer<string> {
  const length = [...password].length
  const bad = (reason: string, facts?: Record<string, number>) =>
    refused('input.invalid', undefined, [{ path: 'password', reason, ...(facts && { facts }) }])
  if (length < shortest) return bad('input.tooShort', { min: shortest })
  if (length > longest) return bad('input.tooLong', { max: longest })
  const bare = plain(password).toLowerCase()
  const holdsName = username !== '' && bare.includes(username.toLowerCase())
  if (common.has(bare) || new Set(bare).size < 4 || holdsName) return bad('password.common')
  return granted(password)
}

const shortest = 8
const longest = 1024
const common: ReadonlySet<string> = new Set(
  '12345678 123456789 1234567890 0123456789 87654321 password password1 passw0rd p@ssw0rd qwertyui qwerty123 1qaz2wsx 1q2w3e4r 1q2w3e4r5t iloveyou admin123 admin888 administrator abcd1234 abc12345 a1234567 a12345678 asdfghjkl zxcvbnm123 woaini1314 5201314520 fengqiao fengqiao-demo fengqiao123 zongzhi123 yiyang123 hunan123 welcome1 letmein1 test1234 changeme'.split(
    ' ',
  ),
)

/** One form for what keyboards write differently: full-width digits of a Chinese input method, composed and decomposed letters. */
function plain(password: string): string {
  return password.normalize('NFKC')
}

function costOf(roles: readonly Role[]): Options {
  return isAdministrator(roles) ? administratorCost : userCost
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
  else running += 1
  try {
    return await work()
  } finally {
    const next = waiting.shift()
    if (next === undefined) running -= 1
    else next()
  }
}

/** Of no password: made with the users' cost from random bytes that were thrown away. */
const dummyHash = '$argon2id$v=19$m=19456,t=2,p=1$XS/zE8okFVrpdHHHSd8Sdg$WGSfU+gDjcRsqPk3QPultbYmQJ+rqL1hCYOfReOlDHk'
