import { useState } from 'react'
import { lastAccount, signIn } from '../../hub/session.ts'
import { useText } from '../../shared/text/use-text.ts'
import { emptyFieldsOf, refusalOf, type SignInRefusal } from './sign-in-refusal.ts'

export interface TypedSignIn {
  account: string
  password: string
  otp: string
}

/** What was typed, what was refused, and the sending of it. What was typed stays when it is refused. */
export function useSignIn(asksOtp: boolean) {
  const { t, remaining } = useText()
  const [known] = useState(lastAccount)
  const [typed, setTyped] = useState<TypedSignIn>({ account: known, password: '', otp: '' })
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null)

  async function send() {
    if (busy) return
    const empty = emptyFieldsOf({ ...typed, asksOtp }, t)
    setRefusal(empty)
    if (empty !== null) return
    setBusy(true)
    const otp = asksOtp ? typed.otp.replaceAll(' ', '') : undefined
    const answer = await signIn(typed.account.trim(), typed.password, otp)
    setBusy(false)
    if (!answer.ok) setRefusal(refusalOf(answer.failure, t, remaining.day))
  }

  return {
    known,
    typed,
    busy,
    refusal,
    type: (change: Partial<TypedSignIn>) => {
      setTyped((before) => ({ ...before, ...change }))
    },
    send,
    refusalAt: (field: SignInRefusal['field']) => (refusal?.field === field ? refusal.reason : null),
  }
}

export type SignIn = ReturnType<typeof useSignIn>
