import { useEffect, useState } from 'react'
import type { HubAddress, StationInfo } from '../../../preload/station-api.ts'
import { SettingsSwitches } from '../../shared/settings/settings-switches.tsx'
import { useText } from '../../shared/text/use-text.ts'
import { Logo } from '../../shared/ui/logo.tsx'
import { StaleNotice } from '../../shared/ui/state-notice.tsx'
import { ChooseHubForm } from './choose-hub-form.tsx'
import './choose-hub-page.css'

/** The first thing a new station asks: which hub it belongs to. Later the way to another hub. */
export function ChooseHubPage() {
  const { t } = useText()
  const station = useStation()
  if (station === null) return <div className="choose-hub station" />
  const { hub, info } = station
  return (
    <div className="choose-hub station">
      <header className="choose-hub-bar">
        <SettingsSwitches />
      </header>
      <main className="choose-hub-box">
        <Logo size={40} />
        <h1>{t('common.product')}</h1>
        <p className="choose-hub-motto">{t('common.motto')}</p>
        <p className="choose-hub-why">
          {hub === null ? t('chooseHub.first') : t('chooseHub.change', { url: hub.url })}
        </p>
        {info.notices.includes('settingRebuilt') && <StaleNotice>{t('chooseHub.rebuilt')}</StaleNotice>}
        {info.notices.includes('settingNotWritten') && <StaleNotice>{t('chooseHub.notWritten')}</StaleNotice>}
        <ChooseHubForm hub={hub} />
      </main>
      <footer className="choose-hub-bar">
        <span className="choose-hub-end">{t('chooseHub.version', { version: info.version })}</span>
      </footer>
    </div>
  )
}

function useStation(): { hub: HubAddress | null; info: StationInfo } | null {
  const [known, setKnown] = useState<{ hub: HubAddress | null; info: StationInfo } | null>(null)
  useEffect(() => {
    let live = true
    const { station } = window
    if (station !== undefined) {
      void Promise.all([station.hub(), station.info()]).then(([hub, info]) => {
        if (live) setKnown({ hub, info })
      })
    }
    return () => {
      live = false
    }
  }, [])
  return known
}
