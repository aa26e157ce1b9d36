import { useEffect, useState } from 'react'
import { useText } from '../../shared/text/use-text.ts'
import type { ControlProps } from '../../shared/ui/field.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'

export interface PasswordInputProps {
  control: ControlProps
  value: string
  onChange: (value: string) => void
}

/** A password that can be looked at, by button or by Alt V; it is hidden again as soon as the page is left. */
export function PasswordInput({ control, value, onChange }: PasswordInputProps) {
  const { t } = useText()
  const [shown, setShown] = useState(false)

  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (!event.altKey || event.code !== 'KeyV') return
      event.preventDefault()
      setShown((before) => !before)
    }
    function hide() {
      setShown(false)
    }
    window.addEventListener('keydown', onKey)
    window.addEventListener('blur', hide)
    return () => {
      window.removeEventListener('keydown', onKey)
      window.removeEventListener('blur', hide)
    }
  }, [])

  return (
    <div className="ui-input is-large">
      <input
        {...control}
        name="password"
        type={shown ? 'text' : 'password'}
        autoComplete="current-password"
        spellCheck={false}
        maxLength={1024}
        value={value}
        onChange={(event) => {
          onChange(event.target.value)
        }}
      />
      <button
        type="button"
        className="sign-in-show"
        aria-pressed={shown}
        onClick={() => {
          setShown(!shown)
        }}
      >
        {shown ? t('common.hide') : t('common.show')}
        <KeyCap>Alt V</KeyCap>
      </button>
    </div>
  )
}
