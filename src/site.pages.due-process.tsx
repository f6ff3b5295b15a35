import { lazyRouteComponent } from '@tanstack/react-router'
import type { PageRoute } from './web/page-route.tsx'

/** Pages of responsibility and of corrections; part of the one list in site.pages.tsx. */
export const dueProcessPages: readonly PageRoute[] = [
  {
    path: '/responsibility-checks',
    needs: 'findings.flags',
    component: lazyRouteComponent(() => import('./audit/findings/page/duty/flags-page.tsx'), 'FlagsPage'),
  },
  {
    path: '/result-corrections',
    needs: 'findings.corrections',
    component: lazyRouteComponent(() => import('./audit/findings/page/duty/corrections-page.tsx'), 'CorrectionsPage'),
  },
  {
    path: '/correction-notices',
    needs: 'findings.notices',
    component: lazyRouteComponent(() => import('./audit/findings/page/duty/notices-page.tsx'), 'NoticesPage'),
  },
]
