import { useEffect, useRef, type SubmitEvent } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Field } from '../../shared/ui/field.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import { PasswordInput } from './password-input.tsx'
import { TextField } from './text-field.tsx'
import { useCapsLock } from './use-caps-lock.ts'
import { useSignIn, type SignIn } from './use-sign-in.ts'

export interface SignInFormProps {
  /** The hub asks for a one-time code as well. */
  asksOtp: boolean
  /** A session has just ended by itself. */
  expired: boolean
  hubLost: boolean
}

/** Account, password and, where asked, the one-time code. */
export function SignInForm({ asksOtp, expired, hubLost }: SignInFormProps) {
  const { t } = useText()
  const signIn = useSignIn(asksOtp)
  const { known, busy, refusal, send, refusalAt } = signIn
  const form = useRef<HTMLFormElement>(null)

  useEffect(() => {
    focusField(form.current, known === '' ? 'account' : 'password')
  }, [known])
  useEffect(() => {
    if (refusal !== null) focusField(form.current, refusal.field)
  }, [refusal])

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    void send()
  }

  const aboutAll = refusalAt('form') ?? (hubLost && refusal === null ? t('signIn.hubLostHere') : null)
  return (
    <form ref={form} className="sign-in-form" noValidate onSubmit={submit}>
      {expired && refusal === null && <p className="sign-in-hint">{t('signIn.expired')}</p>}
      <SignInFields asksOtp={asksOtp} signIn={signIn} />
      {aboutAll !== null && <RefusedNotice reason={aboutAll} />}
      <Button type="submit" look="primary" size="large" keyCap="Enter" aria-busy={busy}>
        {busy ? t('signIn.busy') : t('signIn.title')}
      </Button>
    </form>
  )
}

function SignInFields({ asksOtp, signIn }: { asksOtp: boolean; signIn: SignIn }) {
  const { t } = useText()
  const { known, typed, type, refusalAt } = signIn
  const capsLock = useCapsLock()
  const accountHelp = known !== '' && known === typed.account ? { help: t('signIn.accountKnown') } : {}

  return (
    <>
      <TextField
        name="account"
        label={t('signIn.account')}
        {...accountHelp}
        refusal={refusalAt('account')}
        autoComplete="username"
        value={typed.account}
        onChange={(account) => {
          type({ account })
        }}
      />
      <Field
        label={t('signIn.password')}
        labelAt="top"
        refusal={refusalAt('password')}
        below={capsLock && <CapsLockHint />}
      >
        {(control) => (
          <PasswordInput
            control={control}
            value={typed.password}
            onChange={(password) => {
              type({ password })
            }}
          />
        )}
      </Field>
      {asksOtp && (
        <TextField
          name="otp"
          label={t('signIn.otp')}
          help={t('signIn.otpHelp')}
          refusal={refusalAt('otp')}
          autoComplete="one-time-code"
          value={typed.otp}
          onChange={(otp) => {
            type({ otp })
          }}
        />
      )}
    </>
  )
}

function CapsLockHint() {
  const { t } = useText()
  return (
    <p className="sign-in-hint" role="status">
      <Icon name="lock" />
      {t('signIn.capsLock')}
    </p>
  )
}

function focusField(form: HTMLFormElement | null, name: string) {
  const field = form?.elements.namedItem(name)
  if (field instanceof HTMLInputElement) field.focus()
}
