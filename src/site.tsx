import { QueryClientProvider } from '@tanstack/react-query'
import { createRootRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { lazy, StrictMode, Suspense } from 'react'
import { createRoot } from 'react-dom/client'
import { logout, me, returnPath } from './office/identity/contract.ts'
import { Role } from './office/identity/model.ts'
import { words as identity } from './office/identity/words.ts'
import { panels } from './site.beside.tsx'
import { finders } from './site.finders.tsx'
import { useMenu } from './site.menu.tsx'
import { pageRoutes } from './site.pages.tsx'
import { plainQueries } from './web/address.ts'
import { answers, useAsk } from './web/ask.ts'
import { BesideProvider } from './web/beside.tsx'
import { ErrorNote, Waiting } from './web/notes.tsx'
import { Fault, NotThere } from './web/page-route.tsx'
import { SessionProvider } from './web/session.tsx'
import { Shell } from './web/shell/shell.tsx'
import { Theme } from './web/theme/theme.tsx'
import { TongueOnPage } from './web/tongue.tsx'
import { UndoProvider } from './web/undo.tsx'
import { VerbTitles } from './web/verbs.tsx'

const roleSays = (given: string) => {
  const role = Role.safeParse(given)
  return role.success ? identity.role[role.data] : { zh: given, en: given }
}
const Personal = lazy(() => import('./office/identity/page/seat-switch.tsx').then((page) => ({ default: page.Personal })))
const Duty = lazy(() => import('./office/identity/page/mine.tsx').then((page) => ({ default: page.MinePage })))

function Frame() {
  const hasDuty = useAsk(me, {}).data?.duty != null
  return (
    <Shell
      items={useMenu()}
      finders={finders}
      roleSays={roleSays}
      personal={
        <Suspense>
          <Personal />
        </Suspense>
      }
    >
      {hasDuty ? (
        <Suspense>
          <Duty />
        </Suspense>
      ) : (
        <Outlet />
      )}
    </Shell>
  )
}

const root = createRootRoute({ component: Frame, notFoundComponent: NotThere, errorComponent: Fault })

const router = createRouter({
  ...plainQueries,
  routeTree: root.addChildren(pageRoutes(root)),
  defaultPreload: false,
  defaultPendingComponent: () => <Waiting lines={8} />,
  defaultPendingMs: 150,
  defaultErrorComponent: Fault,
  scrollRestoration: true,
  scrollToTopSelectors: ['#main'],
})

const SignInPage = lazy(() => import('./office/identity/page/sign-in.tsx').then((page) => ({ default: page.SignInPage })))
const stranger = (
  <Suspense>
    <SignInPage />
  </Suspense>
)

const loadTitles = () => import('./site.verbs.tsx').then((site) => site.titles)

/** The browser's house: theme, session, undo, then the pages. */
function Site() {
  return (
    <StrictMode>
      <QueryClientProvider client={answers}>
        <Theme>
          <TongueOnPage>
            <SessionProvider
              contracts={{ me, logout }}
              stranger={stranger}
              waiting={<Waiting lines={8} />}
              failed={(trouble, retry) => <ErrorNote trouble={trouble} retry={retry} />}
            >
              <VerbTitles load={loadTitles}>
                <UndoProvider>
                  <BesideProvider panels={panels}>
                    <RouterProvider router={router} />
                  </BesideProvider>
                </UndoProvider>
              </VerbTitles>
            </SessionProvider>
          </TongueOnPage>
        </Theme>
      </QueryClientProvider>
    </StrictMode>
  )
}

/** The page's code is fetched while it is still being asked who is here; who comes back from signing in is on his way to another page. */
if (location.pathname !== returnPath) void router.load()

const place = document.getElementById('app')
if (place) createRoot(place).render(<Site />)
