import { lazyRouteComponent } from '@tanstack/react-router'
import type { PageRoute } from './web/page-route.tsx'

/** The pages of the archive: what is read, searched and made of the audits' results. */
export const archivePages: readonly PageRoute[] = [
  { path: '/search', needs: 'search.find', component: lazyRouteComponent(() => import('./archive/search/page.tsx'), 'SearchPage') },
  {
    path: '/portraits',
    needs: 'portrait.list',
    component: lazyRouteComponent(() => import('./archive/portrait/page.tsx'), 'PortraitsPage'),
  },
  {
    path: '/portrait/$official',
    needs: 'portrait.one',
    component: lazyRouteComponent(() => import('./archive/portrait/page.tsx'), 'PortraitPage'),
  },
  { path: '/reports', needs: 'reports.list', component: lazyRouteComponent(() => import('./archive/reports/page.tsx'), 'ReportsPage') },
  {
    path: '/reports/$id',
    needs: 'reports.one',
    component: lazyRouteComponent(() => import('./archive/reports/page/reader.tsx'), 'ReportReaderPage'),
  },
  { path: '/mentions', needs: 'links.queue', component: lazyRouteComponent(() => import('./archive/links/page.tsx'), 'MentionsPage') },
  { path: '/problems', needs: 'risks.problems', component: lazyRouteComponent(() => import('./archive/risks/page.tsx'), 'ProblemsPage') },
  {
    path: '/compilations',
    needs: 'risks.list',
    component: lazyRouteComponent(() => import('./archive/risks/page/compilations.tsx'), 'CompilationsPage'),
  },
  {
    path: '/compilations/$id',
    needs: 'risks.one',
    component: lazyRouteComponent(() => import('./archive/risks/page/compilation.tsx'), 'CompilationPage'),
  },
  {
    path: '/cases/new',
    needs: 'risks.draftCases',
    component: lazyRouteComponent(() => import('./archive/risks/page/pick.tsx'), 'PickCasesPage'),
  },
  {
    path: '/risk-lists',
    needs: 'risks.notices',
    component: lazyRouteComponent(() => import('./archive/risks/page/notices.tsx'), 'NoticesPage'),
  },
]
