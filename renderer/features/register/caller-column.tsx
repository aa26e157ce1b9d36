import { useRef, useState } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import { hubClock } from '../../shared/time/hub-clock.ts'
import { Button } from '../../shared/ui/button.tsx'
import { Icon } from '../../shared/ui/icon.tsx'
import { RefusedNotice } from '../../shared/ui/state-notice.tsx'
import './caller-column.css'
import { CallerCases } from './caller-cases.tsx'
import { isPhone } from './check-draft.ts'
import { changeDraft, useDraft, type RegisterField } from './draft.ts'
import { maskedPhone } from './phone-words.ts'
import { PlaceCases } from './place-cases.tsx'
import type { Marks } from './use-marks.ts'

export interface CallerColumnProps {
  marks: Marks
  /** On to what he says. */
  onEnter: () => void
  onLeave: (field: RegisterField) => void
}

/** Who speaks, what he was told, and what is known of him and of the place. */
export function CallerColumn({ marks, onEnter, onLeave }: CallerColumnProps) {
  const { t } = useText()
  const draft = useDraft()
  const [phoneInHand, setPhoneInHand] = useState(false)
  const caller = phoneInHand || !isPhone(draft.phone) ? '' : draft.phone.trim()
  return (
    <aside className="register-caller" aria-label={t(`register.caller.title.${draft.channel}`)}>
      <section className="register-section">
        <div className="register-section-head">
          <h2>{t(`register.caller.title.${draft.channel}`)}</h2>
          <span className="note">{t('register.caller.covered')}</span>
        </div>
        <PhoneField
          refusal={marks.get('phone') ?? null}
          onInHand={setPhoneInHand}
          onEnter={onEnter}
          onLeave={onLeave}
        />
        <NameField refusal={marks.get('name') ?? null} onEnter={onEnter} onLeave={onLeave} />
        <Notice />
      </section>
      <CallerCases phone={caller === '' ? null : caller} />
      <PlaceCases />
    </aside>
  )
}

interface PersonFieldProps {
  refusal: string | null
  onEnter: () => void
  onLeave: (field: RegisterField) => void
}

/** The number is in clear only while it is in hand. */
function PhoneField({
  refusal,
  onInHand,
  onEnter,
  onLeave,
}: PersonFieldProps & { onInHand: (inHand: boolean) => void }) {
  const { t } = useText()
  const { phone } = useDraft()
  const [inHand, setInHand] = useState(false)
  const hold = (next: boolean) => {
    setInHand(next)
    onInHand(next)
    if (!next) onLeave('phone')
  }
  return (
    <CoveredField
      field="phone"
      label={t('register.caller.phone')}
      change={t('register.caller.changePhone')}
      value={phone}
      covered={maskedPhone(phone)}
      inHand={inHand}
      refusal={refusal}
      onHold={hold}
      onChange={(value) => changeDraft({ phone: value })}
      onEnter={onEnter}
    />
  )
}

function NameField({ refusal, onEnter, onLeave }: PersonFieldProps) {
  const { t } = useText()
  const { name } = useDraft()
  const [inHand, setInHand] = useState(false)
  const surname = [...name.trim()][0] ?? ''
  return (
    <CoveredField
      field="name"
      label={t('register.caller.name')}
      change={t('register.caller.changeName')}
      value={name}
      covered={`${surname}*`}
      inHand={inHand}
      refusal={refusal}
      onHold={(next) => {
        setInHand(next)
        if (!next) onLeave('name')
      }}
      onChange={(value) => changeDraft({ name: value })}
      onEnter={onEnter}
    />
  )
}

interface CoveredFieldProps {
  field: 'phone' | 'name'
  label: string
  change: string
  value: string
  covered: string
  inHand: boolean
  refusal: string | null
  onHold: (inHand: boolean) => void
  onChange: (value: string) => void
  onEnter: () => void
}

/** A field about a person: typed in clear, covered as soon as it is left, in clear again only to be changed. */
function CoveredField(props: CoveredFieldProps) {
  const { field, label, change, value, covered, inHand, refusal, onHold, onChange, onEnter } = props
  const { t } = useText()
  const input = useRef<HTMLInputElement>(null)
  const isCovered = !inHand && value.trim() !== '' && refusal === null
  const reasonId = `register-${field}-reason`
  return (
    <div className={`register-person is-${field}${refusal === null ? '' : ' is-refused'}`} data-field={field}>
      <label htmlFor={`register-${field}`}>{label}</label>
      <input
        ref={input}
        id={`register-${field}`}
        className={isCovered ? 'ui-input is-covered' : 'ui-input'}
        type={field === 'phone' ? 'tel' : 'text'}
        autoComplete="off"
        spellCheck={false}
        value={isCovered ? covered : value}
        aria-invalid={refusal !== null || undefined}
        aria-describedby={refusal === null ? undefined : reasonId}
        onChange={(event) => onChange(event.target.value)}
        onFocus={() => onHold(true)}
        onBlur={() => onHold(false)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.nativeEvent.isComposing) return
          event.preventDefault()
          onEnter()
        }}
      />
      {isCovered && (
        <Button look="link" tabIndex={-1} aria-label={change} onClick={() => input.current?.focus()}>
          {t('register.caller.change')}
        </Button>
      )}
      {refusal !== null && (
        <div id={reasonId} className="register-person-reason">
          <RefusedNotice reason={refusal} />
        </div>
      )}
    </div>
  )
}

/** That he was told what his data are for, and when. It is saved as a note of the case. */
function Notice() {
  const { t, moment } = useText()
  const { toldAt } = useDraft()
  return (
    <div className="register-person is-notice">
      <span>{t('register.caller.notice')}</span>
      {toldAt === null ? (
        <Button keyCap="Alt Y" onClick={() => changeDraft({ toldAt: hubClock.now() })}>
          {t('register.caller.told')}
        </Button>
      ) : (
        <span className="register-told">
          <Icon name="check" />
          {t('register.caller.told')}
        </span>
      )}
      <p className="note">
        {toldAt === null ? (
          t('register.caller.toBeTold')
        ) : (
          <>
            {moment.clock(toldAt)}{' '}
            <Button look="link" onClick={() => changeDraft({ toldAt: null })}>
              {t('register.caller.unsay')}
            </Button>
          </>
        )}
      </p>
    </div>
  )
}
