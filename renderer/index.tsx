import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { startSession } from './hub/session.ts'
import { App } from './screens/app.tsx'
import './shared/base.css'
import { startSettings } from './shared/settings/settings.ts'
import { startTexts } from './shared/text/i18n.ts'

const place = document.getElementById('root')
if (place) {
  await startTexts(startSettings().language)
  await startSession()
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  )
}
