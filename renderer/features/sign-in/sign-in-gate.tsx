import type { ReactNode } from 'react'
import { useSession } from '../../hub/session.ts'
import { SignInPage } from './sign-in-page.tsx'

/** Shows its children to a signed-in person, the sign-in to everyone else. When a session ends, it is back at once. */
export function SignInGate({ children }: { children: ReactNode }) {
  const session = useSession()
  if (session.phase === 'signedIn') return children
  return <SignInPage expired={session.expired} />
}
