import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import { ChoiceField } from './choice-field.tsx'
import { changeDraft, deskChannels, isWritten, useDraft } from './draft.ts'

/** How the matter came, and what becomes of what is written. */
export function RegisterHead({ onClear, onClose }: { onClear: () => void; onClose: () => void }) {
  const { t } = useText()
  const draft = useDraft()
  return (
    <header className="register-head">
      <h1>{t('register.title')}</h1>
      <ChoiceField
        label={t('register.channel.label')}
        options={deskChannels.map((value) => ({ value, label: t(`register.channel.${value}`) }))}
        value={draft.channel}
        onChange={(value) => changeDraft({ channel: value })}
      />
      <KeyCap>Alt L</KeyCap>
      <span className="register-head-space" />
      <span className="note">{t('register.head.order')}</span>
      {isWritten(draft) && (
        <Button keyCap="Alt X" onClick={onClear}>
          {t('register.head.clear')}
        </Button>
      )}
      <Button keyCap="Esc" onClick={onClose}>
        {t('register.head.keep')}
      </Button>
    </header>
  )
}
