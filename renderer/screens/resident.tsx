import { useEffect, useState, useSyncExternalStore } from 'react'
import { CodeForm } from '../features/track-matter/code-form.tsx'
import { TrackHead } from '../features/track-matter/track-head.tsx'
import { TrackMatter } from '../features/track-matter/track-matter.tsx'
import { tidyCode } from '../features/track-matter/tracking-code.ts'
import { changeSettings } from '../shared/settings/settings.ts'
import { useText } from '../shared/text/use-text.ts'
import './resident.css'

/** The resident's page: follow and rate one's own matter by its code, typed here or behind the `#` of the address. */
export function ResidentScreen() {
  const { t, language } = useText()
  const code = useSyncExternalStore(onHashChange, () => tidyCode(decodedHash()))
  const other = language === 'en' ? 'zh-CN' : 'en'
  const [entered, setEntered] = useState(0)
  useEffect(() => {
    document.title = t('resident.title')
  }, [t])
  const follow = (next: string) => {
    window.location.hash = next
    setEntered((before) => before + 1)
  }
  return (
    <div className="resident">
      {code === '' ? (
        <>
          <TrackHead title={t('resident.title')} />
          <main className="track-page">
            <CodeForm onCode={follow} />
          </main>
        </>
      ) : (
        <TrackMatter key={`${code} ${String(entered)}`} code={code} onCode={follow} />
      )}
      <footer className="resident-foot">
        {code !== '' && (
          <button type="button" onClick={() => follow('')}>
            {t('resident.anotherCode')}
          </button>
        )}
        <button type="button" lang={other} onClick={() => changeSettings({ language: other })}>
          {t(`common.settings.languages.${other}`)}
        </button>
      </footer>
    </div>
  )
}

/** The code stands behind the `#`, which a browser keeps to itself: it is in no log and no referrer. */
function decodedHash(): string {
  const hash = window.location.hash.slice(1)
  try {
    return decodeURIComponent(hash)
  } catch {
    return hash
  }
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
  }
}
