import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Navigate,
  Outlet,
  RouterProvider,
} from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { SignInGate } from '../features/sign-in/sign-in-gate.tsx'
import { ScreenFailed } from './screen-failed.tsx'
import { ScreenOpening } from './screen-opening.tsx'

const DeskScreen = lazy(async () => ({ default: (await import('./desk.tsx')).DeskScreen }))
const WallScreen = lazy(async () => ({ default: (await import('./wall.tsx')).WallScreen }))

const root = createRootRoute({
  component: () => (
    <SignInGate>
      <Suspense fallback={<ScreenOpening />}>
        <Outlet />
      </Suspense>
    </SignInGate>
  ),
  errorComponent: ScreenFailed,
  notFoundComponent: () => <Navigate to="/" />,
})

const desk = createRoute({ getParentRoute: () => root, path: '/', component: DeskScreen, errorComponent: ScreenFailed })
const wall = createRoute({
  getParentRoute: () => root,
  path: '/wall',
  component: WallScreen,
  errorComponent: ScreenFailed,
})

const router = createRouter({
  routeTree: root.addChildren([desk, wall]),
  // The hash, so that the same pages work under app:// and under the hub's `/`.
  history: createHashHistory(),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

/** The command centre: the desk at `#/`, the wall at `#/wall`, both behind the sign-in. */
export function App() {
  return <RouterProvider router={router} />
}
