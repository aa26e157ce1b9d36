import { lazy, Suspense, useEffect } from 'react'
import { ChooseHubGate } from '../features/choose-hub/choose-hub-gate.tsx'
import { SignInGate } from '../features/sign-in/sign-in-gate.tsx'
import { useText } from '../shared/text/use-text.ts'
import { ScreenBoundary } from './screen-boundary.tsx'
import { ScreenOpening } from './screen-opening.tsx'

// Only the sign-in is in the entry; all behind it is fetched while somebody types a password.
const loadRoutes = () => import('./routes.tsx')
const Routes = lazy(async () => ({ default: (await loadRoutes()).Routes }))

/** The command centre: the sign-in, and behind it the desk and the wall. */
export function App() {
  const { t } = useText()
  useEffect(() => {
    document.title = t('common.product')
  }, [t])
  useEffect(() => {
    const idle = requestIdleCallback(() => {
      // Without it the same code is asked for again when it is needed, and says then what went wrong.
      loadRoutes().catch(() => undefined)
    })
    return () => {
      cancelIdleCallback(idle)
    }
  }, [])
  return (
    <ScreenBoundary>
      <ChooseHubGate>
        <SignInGate>
          <Suspense fallback={<ScreenOpening />}>
            <Routes />
          </Suspense>
        </SignInGate>
      </ChooseHubGate>
    </ScreenBoundary>
  )
}
