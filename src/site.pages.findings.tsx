import { lazyRouteComponent } from '@tanstack/react-router'
import type { PageRoute } from './web/page-route.tsx'

/** The pages of one finding and around findings, beside their list. */
export const findingPages: readonly PageRoute[] = [
  {
    path: '/findings/new',
    needs: 'findings.record',
    component: lazyRouteComponent(() => import('./audit/findings/page/new.tsx'), 'NewFindingPage'),
  },
  {
    path: '/findings/figures',
    needs: 'findings.figures',
    component: lazyRouteComponent(() => import('./audit/findings/page/figures.tsx'), 'FiguresPage'),
  },
  {
    path: '/findings/repeats',
    needs: 'findings.repeats',
    component: lazyRouteComponent(() => import('./audit/findings/page/repeats.tsx'), 'RepeatsPage'),
  },
  {
    path: '/findings/classes',
    needs: 'findings.classes',
    component: lazyRouteComponent(() => import('./audit/findings/page/classes.tsx'), 'ClassesPage'),
  },
  {
    path: '/findings/extract',
    needs: 'findings.papers',
    component: lazyRouteComponent(() => import('./audit/findings/page/extract.tsx'), 'ExtractPage'),
  },
  {
    path: '/findings/extract/$id',
    needs: 'findings.proposals',
    component: lazyRouteComponent(() => import('./audit/findings/page/proposals.tsx'), 'ProposalsPage'),
  },
  {
    path: '/findings/reconcile/$id',
    needs: 'findings.reconcile',
    component: lazyRouteComponent(() => import('./audit/findings/page/reconcile.tsx'), 'ReconcilePage'),
  },
  {
    path: '/findings/$id',
    needs: 'findings.one',
    component: lazyRouteComponent(() => import('./audit/findings/page/sheet.tsx'), 'FindingSheetPage'),
  },
]
