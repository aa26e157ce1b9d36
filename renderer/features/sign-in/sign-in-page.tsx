import { useHubInfo } from '../../hub/hub-info.ts'
import { SettingsSwitches } from '../../shared/settings/settings-switches.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { Logo } from '../../shared/ui/logo.tsx'
import { HubLine } from './hub-line.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { TierLadder } from './tier-ladder.tsx'
import './sign-in-page.css'

/** Whose centre this is, whether its hub is there, and the way in. */
export function SignInPage({ expired }: { expired: boolean }) {
  const { t } = useText()
  const reach = useHubInfo()
  const { info } = reach
  return (
    <div className="sign-in station">
      <header className="sign-in-bar">
        <HubLine reach={reach} />
        <SettingsSwitches />
      </header>
      <main className="sign-in-box">
        <section className="sign-in-centre">
          <Logo size={40} />
          <h1>{t('common.product')}</h1>
          <p className="sign-in-name">
            {info && (info.centre.fullName ?? t('signIn.centreOf', { name: info.centre.name }))}
            {info === null && reach.state === 'lost' && t('signIn.centreUnknown')}
          </p>
          <p className="sign-in-motto">{t('common.motto')}</p>
          <TierLadder info={info} />
        </section>
        <section className="sign-in-way" aria-labelledby="sign-in-title">
          <h2 id="sign-in-title">{t('signIn.title')}</h2>
          <SignInForm asksOtp={info?.otp ?? false} expired={expired} hubLost={reach.state === 'lost'} />
          {info?.demo === true && <p className="sign-in-demo">{t('signIn.demo')}</p>}
        </section>
      </main>
      <footer className="sign-in-bar">
        <span>{t('signIn.notice')}</span>
        {info?.idleMinutes !== undefined && <span>{t('signIn.idle', { minutes: info.idleMinutes })}</span>}
        {info?.version !== undefined && (
          <span className="sign-in-end">{t('signIn.version', { version: info.version })}</span>
        )}
      </footer>
    </div>
  )
}
