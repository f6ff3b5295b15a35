import { type AnyRoute, type AsyncRouteComponent, createRoute } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Go } from './go.tsx'
import { EmptyNote, ErrorNote } from './notes.tsx'
import { Page } from './page-frame.tsx'
import { useMay } from './session.tsx'
import { useSay } from './tongue.tsx'
import { asTrouble } from './trouble.ts'
import { words } from './words.ts'

export type PageRoute = {
  /** With parameters as in /reports/$id. */
  path: string
  /** The ask this page lives by; who may not call it is told so. */
  needs: string
  /** lazyRouteComponent(() => import('…/page.tsx'), 'ReportsPage') */
  component: AsyncRouteComponent<Record<string, never>>
}

function Guard({ needs, children }: { needs: string; children: ReactNode }) {
  const t = useSay()
  const may = useMay({ name: needs })
  if (may) return children
  return (
    <Page title={t(words.title.mayNot)}>
      <EmptyNote says={t(words.note.mayNot)} action={<Go to="/">{t(words.action.home)}</Go>} />
    </Page>
  )
}

/** A page of the app: fetched when needed, shown to those who may. */
export function pageRoute(root: AnyRoute, { path, needs, component }: PageRoute) {
  const Component = component
  const Guarded = () => (
    <Guard needs={needs}>
      <Component />
    </Guard>
  )
  return createRoute({ getParentRoute: () => root, path, component: Object.assign(Guarded, { preload: () => component.preload?.() }) })
}

export function NotThere() {
  const t = useSay()
  return (
    <Page title={t(words.title.notThere)}>
      <EmptyNote says={t(words.note.notThere)} action={<Go to="/">{t(words.action.home)}</Go>} />
    </Page>
  )
}

/** A page that broke: no data was touched, reloading is the way on. */
export function Fault({ error }: { error: unknown }) {
  const t = useSay()
  return (
    <div className="page">
      <ErrorNote trouble={asTrouble(error)} retry={() => location.reload()} />
      <p className="muted">{t(words.note.fault)}</p>
    </div>
  )
}
