import { useEffect, useRef, useState } from 'react'
import { useSession } from '../../hub/session.ts'
import { useLinkState } from '../../hub/station.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { CallerColumn } from './caller-column.tsx'
import { draftBelongsTo } from './draft.ts'
import { EvidenceColumn } from './evidence-column.tsx'
import { FormColumn } from './form-column.tsx'
import { RegisterFoot } from './register-foot.tsx'
import { RegisterHead } from './register-head.tsx'
import './register-panel.css'
import { forgetRegistration, useLastRegistration } from './registration.ts'
import { SavedView } from './saved-view.tsx'
import { focusField } from './focus-field.ts'
import { useRegistering, type Registering } from './use-registering.ts'
import { useWriting } from './use-writing.ts'

export interface RegisterPanelProps {
  /** A case is to be opened: the one just registered, or one that is likely the same. */
  onDone: (caseId: string) => void
  onClose: () => void
}

/** Taking down a call, a visit or a letter, sending it to a unit, and handing out the code, without leaving the keyboard. */
export function RegisterPanel({ onDone, onClose }: RegisterPanelProps) {
  const { t } = useText()
  useOwnDraft()
  useFocusGivenBack()
  const registering = useRegistering()
  const registration = useLastRegistration()
  const isSaved = registering.saving.phase === 'saved' && registration !== null
  return (
    <section className="register-panel" aria-label={t('register.title')}>
      {isSaved ? (
        <SavedView
          registration={registration}
          onOpen={() => onDone(registration.answer.id)}
          onAnother={registering.writeAnother}
          onBack={onClose}
        />
      ) : (
        <Writing registering={registering} onDone={onDone} onClose={onClose} />
      )}
    </section>
  )
}

function Writing({ registering, onDone, onClose }: RegisterPanelProps & { registering: Registering }) {
  const sheet = useRef<HTMLDivElement>(null)
  const writing = useWriting({ registering, sheet, onDone, onClose })
  const lost = useLinkState().phase === 'lost'
  useEffect(() => focusField(sheet.current, 'text'), [])
  return (
    <div className="register-sheet" ref={sheet}>
      <RegisterHead lost={lost} onClear={writing.clear} onClose={writing.close} />
      <div className="register-body" inert={writing.busy}>
        <CallerColumn marks={writing.marks} onEnter={() => focusField(sheet.current, 'text')} onLeave={writing.leave} />
        <FormColumn key={writing.sheetNumber} marks={writing.marks} onLeave={writing.leave} />
        <EvidenceColumn duplicates={writing.duplicates} onLook={writing.look} onSeparate={writing.separate} />
      </div>
      <RegisterFoot
        saving={registering.saving}
        missing={writing.missing}
        held={writing.held}
        onDispatch={() => writing.save('dispatch')}
        onOnly={() => writing.save('only')}
        onRetry={writing.retry}
        onStopWaiting={registering.stopWaiting}
      />
    </div>
  )
}

/** What somebody else wrote or registered at this window is forgotten before it is drawn. */
function useOwnDraft() {
  const session = useSession()
  useState(() => {
    if (session.phase === 'signedIn' && draftBelongsTo(session.user.id)) forgetRegistration()
  })
}

/** What had the focus before gets it back. */
function useFocusGivenBack() {
  useEffect(() => {
    const before = document.activeElement
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
}
