import { lazy, Suspense, useSyncExternalStore, type ReactNode } from 'react'
import { chooseHubHash } from '../../hub/hub-address.ts'

const ChooseHubPage = lazy(async () => ({ default: (await import('./choose-hub-page.tsx')).ChooseHubPage }))

/** Stands before the sign-in, since without a hub nobody can sign in. In a browser there is no choice: the page came from its hub. */
export function ChooseHubGate({ children }: { children: ReactNode }) {
  const asked = useSyncExternalStore(subscribe, isAsked)
  if (!asked || window.station === undefined) return children
  return (
    <Suspense>
      <ChooseHubPage />
    </Suspense>
  )
}

function isAsked(): boolean {
  return window.location.hash === chooseHubHash
}

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => {
    window.removeEventListener('hashchange', listener)
  }
}
