import { useEffect, useRef } from 'react'
import { useSettings } from '../settings/settings.ts'
import { useText } from '../text/use-text.ts'
import { Button } from '../ui/button.tsx'
import { isSingle, keyScopes } from './key-command.ts'
import { KeyChord } from './key-chord.tsx'
import type { KeyHolding } from './key-registry.ts'
import './key-sheet.css'
import { useKeys } from './use-keys.ts'

/** Every key that holds on the screen behind it, made from the commands themselves. `holdings` are those of the moment it was asked for. */
export function KeySheet({ holdings, onClose }: { holdings: readonly KeyHolding[]; onClose: () => void }) {
  const { t } = useText()
  const { singleKeys } = useSettings()
  const close = useRef<HTMLButtonElement>(null)
  useKeys('layer', [{ id: 'keySheet.close', keys: ['Escape', '?'], label: t('common.close'), run: onClose }])
  useEffect(() => {
    const before = document.activeElement
    close.current?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <div className="key-sheet-veil">
      <section
        className="key-sheet"
        role="dialog"
        aria-modal="true"
        aria-labelledby="key-sheet-title"
        onKeyDown={(event) => {
          // The only thing to act on in here is the button that has the focus.
          if (event.key === 'Tab') event.preventDefault()
        }}
      >
        <div className="key-sheet-head">
          <h2 id="key-sheet-title">{t('desk.keySheet.title')}</h2>
          <span className="note">{singleKeys ? t('desk.keySheet.fields') : t('desk.keySheet.singlesOff')}</span>
          <Button ref={close} keyCap="Esc" onClick={onClose}>
            {t('common.close')}
          </Button>
        </div>
        <div className="key-sheet-groups">
          {keyScopes.map((scope) => (
            <KeyGroup key={scope} scope={scope} holdings={holdings} singles={singleKeys} />
          ))}
        </div>
      </section>
    </div>
  )
}

function KeyGroup({
  scope,
  holdings,
  singles,
}: {
  scope: (typeof keyScopes)[number]
  holdings: readonly KeyHolding[]
  singles: boolean
}) {
  const { t } = useText()
  const commands = holdings.filter((holding) => holding.scope === scope).flatMap((holding) => holding.commands)
  if (commands.length === 0) return null
  return (
    <section>
      <h3>{t(`desk.keySheet.scopes.${scope}`)}</h3>
      <dl>
        {commands.map(({ id, keys, label, refusal = null }) => {
          const working = singles ? keys : keys.filter((key) => !isSingle(key))
          return (
            <div key={id}>
              <dt>
                {label}
                {refusal !== null && <span className="note">{refusal}</span>}
              </dt>
              <dd>
                {working.map((key) => (
                  <KeyChord key={key} chord={key} />
                ))}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}
