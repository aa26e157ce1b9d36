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
import { ScreenFailed } from './screen-failed.tsx'
import { ScreenOpening } from './screen-opening.tsx'

const DeskScreen = lazy(async () => ({ default: (await import('./desk.tsx')).DeskScreen }))
const WallScreen = lazy(async () => ({ default: (await import('./wall.tsx')).WallScreen }))

const root = createRootRoute({
  component: () => (
    <Suspense fallback={<ScreenOpening />}>
      <Outlet />
    </Suspense>
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

/** The desk at `#/`, the wall at `#/wall`; each screen's code comes when it is first opened. */
export function Routes() {
  return <RouterProvider router={router} />
}
