import { useText } from '../../shared/text/use-text.ts'
import { Button } from '../../shared/ui/button.tsx'
import { KeyCap } from '../../shared/ui/key-cap.tsx'
import { OfflineNotice } from '../../shared/ui/state-notice.tsx'
import { ChoiceField } from './choice-field.tsx'
import { changeDraft, deskChannels, isWritten, useDraft } from './draft.ts'

export interface RegisterHeadProps {
  /** The hub does not answer. */
  lost: boolean
  onClear: () => void
  onClose: () => void
}

/** How the matter came, and what becomes of what is written. */
export function RegisterHead({ lost, onClear, onClose }: RegisterHeadProps) {
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
      <div className="register-head-middle">
        {lost ? (
          <OfflineNotice title={t('register.lost.title')}>{t('register.lost.rest')}</OfflineNotice>
        ) : (
          <span className="note">{t('register.head.order')}</span>
        )}
      </div>
      {isWritten(draft) && (
        <Button keyCap="Alt X" onClick={onClear}>
          {t('register.head.clear')}
        </Button>
      )}
      <span className="note">{t('register.head.keep')}</span>
      <Button keyCap="Esc" onClick={onClose}>
        {t('common.back')}
      </Button>
    </header>
  )
}
