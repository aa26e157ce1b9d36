import { languages } from '../text/language.ts'
import { useText } from '../text/use-text.ts'
import { Segmented } from '../ui/segmented.tsx'
import { changeSettings, textSizes, themes, useSettings } from './settings.ts'
import './settings-switches.css'

/** Text size, theme and language of this machine; each takes effect at once. */
export function SettingsSwitches() {
  const { t } = useText()
  const { theme, language, textSize } = useSettings()
  return (
    <div className="settings-switches">
      <span aria-hidden="true">{t('common.settings.textSize')}</span>
      <Segmented
        size="small"
        label={t('common.settings.textSize')}
        value={textSize}
        options={textSizes.map((value) => ({ value, label: t(`common.settings.textSizes.${value}`) }))}
        onChange={(value) => {
          changeSettings({ textSize: value })
        }}
      />
      <Segmented
        size="small"
        label={t('common.settings.theme')}
        value={theme}
        options={themes.map((value) => ({ value, label: t(`common.settings.themes.${value}`) }))}
        onChange={(value) => {
          changeSettings({ theme: value })
        }}
      />
      <Segmented
        size="small"
        label={t('common.settings.language')}
        value={language}
        options={languages.map((value) => ({ value, label: t(`common.settings.languages.${value}`) }))}
        onChange={(value) => {
          changeSettings({ language: value })
        }}
      />
    </div>
  )
}
