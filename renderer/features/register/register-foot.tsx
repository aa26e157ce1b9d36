import { failureText } from '../../hub/failure-text.ts'
import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { CodeText } from '../../shared/ui/code-text.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { FailedNotice, RefusedNotice } from '../../shared/ui/state-notice.tsx'
import { ReadBack } from './read-back.tsx'
import './register-foot.css'
import { useLastRegistration } from './registration.ts'
import { useDraft } from './draft.ts'
import { groupedCode } from './grouped-code.ts'
import type { Saving } from './use-registering.ts'

export interface RegisterFootProps {
  saving: Saving
  /** Names of what an order to a unit still lacks. */
  missing: readonly string[]
  /** Why it was not sent, when a try has just been made in vain. */
  held: string | null
  onDispatch: () => void
  onOnly: () => void
  onRetry: () => void
  onStopWaiting: () => void
}

/** What is read back, and the two ways to save. */
export function RegisterFoot({ saving, missing, held, onDispatch, onOnly, onRetry, onStopWaiting }: RegisterFootProps) {
  const { t } = useText()
  const draft = useDraft()
  return (
    <footer className="register-foot">
      <ReadBack />
      <div className="register-acts">
        {saving.phase === 'waiting' || saving.phase === 'sending' ? (
          <OnItsWay waiting={saving.phase === 'waiting'} onStop={onStopWaiting} />
        ) : (
          <>
            <p className="register-buttons">
              <Button look="primary" keyCap="Ctrl Enter" onClick={onDispatch}>
                {t('register.act.dispatch')}
              </Button>
              <Button keyCap="Ctrl S" onClick={onOnly}>
                {t('register.act.only')}
              </Button>
            </p>
            {held !== null && <RefusedNotice reason={held} />}
            {held === null && missing.length > 0 && (
              <p className="note">{t('register.act.missing', { fields: missing.join(t('register.separator')) })}</p>
            )}
            {saving.phase === 'writing' && draft.sent !== null && (
              <p className="note">{t('register.act.sentBefore')}</p>
            )}
            <Failure saving={saving} onRetry={onRetry} />
          </>
        )}
        <LastOne />
      </div>
    </footer>
  )
}

function OnItsWay({ waiting, onStop }: { waiting: boolean; onStop: () => void }) {
  const { t } = useText()
  return (
    <div role="status" className="register-on-its-way">
      <p>
        <Icon name="hourglass" /> <b>{waiting ? t('register.act.held') : t('register.act.sending')}</b>
      </p>
      {waiting && (
        <>
          <p className="note">{t('register.act.waiting')}</p>
          <Button onClick={onStop}>{t('register.act.stopWaiting')}</Button>
        </>
      )}
    </div>
  )
}

/** A refusal in the hub's words; something broken with what was tried and a second try. */
function Failure({ saving, onRetry }: { saving: Saving; onRetry: () => void }) {
  const { t } = useText()
  if (saving.phase !== 'failed') return null
  const { failure, at } = saving
  if (failure.kind === 'refused' && failure.problem.status < 500)
    return <RefusedNotice what={t('register.failed.refused')} reason={failure.problem.detail} />
  return (
    <FailedNotice
      what={t('register.failed.what')}
      reason={failureText(failure, t)}
      at={at}
      {...(failure.kind === 'refused' && { requestId: failure.problem.requestId })}
      onRetry={onRetry}
    />
  )
}

/** The code of the one before, for a caller who asks for it again. */
function LastOne() {
  const { t } = useText()
  const last = useLastRegistration()
  if (last === null) return null
  return (
    <p className="note register-last">
      {t('register.act.last')} <CodeText code={last.answer.caseCode} /> · {t('register.saved.code')}{' '}
      <b>{groupedCode(last.answer.trackingCode)}</b>
    </p>
  )
}
