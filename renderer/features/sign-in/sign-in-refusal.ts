import type { HubFailure } from '../../hub/hub-failure.ts'
import { failureText } from '../../hub/failure-text.ts'
import type { Text } from '../../shared/text/use-text.ts'
import { formatSpan } from '../../shared/time/format-remaining.ts'

/** Where a refused sign-in is said: at the field it is about, or above the button when no field is to blame. */
export interface SignInRefusal {
  field: 'account' | 'password' | 'otp' | 'form'
  reason: string
}

interface Typed {
  account: string
  password: string
  otp: string
  asksOtp: boolean
}

/** The first empty field, or `null` when all is there. The hub is not asked for what one can see here. */
export function emptyFieldsOf(typed: Typed, t: Text['t']): SignInRefusal | null {
  if (typed.account.trim() === '') return { field: 'account', reason: t('signIn.accountEmpty') }
  if (typed.password === '') return { field: 'password', reason: t('signIn.passwordEmpty') }
  if (typed.asksOtp && typed.otp.trim() === '') return { field: 'otp', reason: t('signIn.otpEmpty') }
  return null
}

/** What the hub's answer means for the form. Unknown account and wrong password are told alike, as the hub tells them. */
export function refusalOf(failure: HubFailure, t: Text['t'], dayWord: string): SignInRefusal {
  if (failure.kind === 'unreachable') return { field: 'form', reason: t('signIn.unreachable') }
  if (failure.kind === 'unreadable') return { field: 'form', reason: failureText(failure, t) }
  const { code, detail } = failure.problem
  const wait = failure.retryAfterSeconds
  if (code === 'auth.failed') return { field: 'password', reason: t('signIn.failed') }
  if (code !== 'auth.locked') return { field: 'form', reason: detail }
  const reason = wait === null ? t('signIn.locked') : t('signIn.lockedFor', { span: formatSpan(wait * 1000, dayWord) })
  return { field: 'account', reason }
}
