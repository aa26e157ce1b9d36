import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ResidentScreen } from './screens/resident.tsx'
import './shared/base.css'
import { startSettings } from './shared/settings/settings.ts'
import { startTexts } from './shared/text/i18n.ts'

const place = document.getElementById('root')
if (place) {
  await startTexts(startSettings().language)
  createRoot(place).render(
    <StrictMode>
      <ResidentScreen />
    </StrictMode>,
  )
}
