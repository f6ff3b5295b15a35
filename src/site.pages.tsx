import { type AnyRoute, lazyRouteComponent } from '@tanstack/react-router'
import { archivePages } from './site.pages.archive.tsx'
import { dueProcessPages } from './site.pages.due-process.tsx'
import { findingPages } from './site.pages.findings.tsx'
import { type PageRoute, pageRoute } from './web/page-route.tsx'

/** Every page of the house with the ask it lives by; its code is fetched when it is first wanted. */
const pages: readonly PageRoute[] = [
  ...archivePages,
  { path: '/', needs: 'notices.workbench', component: lazyRouteComponent(() => import('./office/notices/page.tsx'), 'WorkbenchPage') },
  {
    path: '/auditees',
    needs: 'auditees.list',
    component: lazyRouteComponent(() => import('./registers/auditees/page.tsx'), 'AuditeesPage'),
  },
  { path: '/places', needs: 'places.units', component: lazyRouteComponent(() => import('./registers/places/page.tsx'), 'PlacesPage') },
  {
    path: '/regulations',
    needs: 'regulations.list',
    component: lazyRouteComponent(() => import('./registers/regulations/page.tsx'), 'RegulationsPage'),
  },
  {
    path: '/regulations/$id',
    needs: 'regulations.one',
    component: lazyRouteComponent(() => import('./registers/regulations/page/reader.tsx'), 'RegulationReaderPage'),
  },
  {
    path: '/clocks',
    needs: 'regulations.clocks',
    component: lazyRouteComponent(() => import('./registers/regulations/page/clocks.tsx'), 'ClocksPage'),
  },
  {
    path: '/calendar',
    needs: 'regulations.calendar',
    component: lazyRouteComponent(() => import('./registers/regulations/page/calendar.tsx'), 'CalendarPage'),
  },
  { path: '/plans', needs: 'planning.plans', component: lazyRouteComponent(() => import('./audit/planning/page.tsx'), 'PlansPage') },
  {
    path: '/plans/$id',
    needs: 'planning.plan',
    component: lazyRouteComponent(() => import('./audit/planning/page/plan-page.tsx'), 'PlanPage'),
  },
  {
    path: '/plans/$id/course',
    needs: 'planning.course',
    component: lazyRouteComponent(() => import('./audit/planning/page/course.tsx'), 'CoursePage'),
  },
  {
    path: '/plans/$id/compare',
    needs: 'planning.compare',
    component: lazyRouteComponent(() => import('./audit/planning/page/compare.tsx'), 'ComparePage'),
  },
  {
    path: '/plans/$id/years',
    needs: 'planning.horizon',
    component: lazyRouteComponent(() => import('./audit/planning/page/years.tsx'), 'YearsPage'),
  },
  {
    path: '/letters',
    needs: 'planning.letters',
    component: lazyRouteComponent(() => import('./audit/planning/page/letters.tsx'), 'LettersPage'),
  },
  { path: '/teams', needs: 'planning.teams', component: lazyRouteComponent(() => import('./audit/planning/page/teams.tsx'), 'TeamsPage') },
  {
    path: '/patrol',
    needs: 'planning.patrol',
    component: lazyRouteComponent(() => import('./audit/planning/page/patrol.tsx'), 'PatrolPage'),
  },
  {
    path: '/entrusted',
    needs: 'planning.entrusted',
    component: lazyRouteComponent(() => import('./audit/planning/page/entrusted.tsx'), 'EntrustedPage'),
  },
  {
    path: '/unit-funds',
    needs: 'planning.funds',
    component: lazyRouteComponent(() => import('./audit/planning/page/funds.tsx'), 'FundsPage'),
  },
  {
    path: '/plan-rules',
    needs: 'planning.rules',
    component: lazyRouteComponent(() => import('./audit/planning/page/rules.tsx'), 'PlanRulesPage'),
  },
  {
    path: '/sharing',
    needs: 'sharing.grants',
    component: lazyRouteComponent(() => import('./office/sharing/page.tsx'), 'SharingPage'),
  },
  {
    path: '/result-rules',
    needs: 'sharing.resultRules',
    component: lazyRouteComponent(() => import('./office/sharing/page/results.tsx'), 'ResultRulesPage'),
  },
  {
    path: '/recusals',
    needs: 'sharing.recusals',
    component: lazyRouteComponent(() => import('./office/sharing/page/recusals.tsx'), 'RecusalsPage'),
  },
  { path: '/projects', needs: 'projects.list', component: lazyRouteComponent(() => import('./audit/projects/page.tsx'), 'ProjectsPage') },
  {
    path: '/fieldwork',
    needs: 'fieldwork.list',
    component: lazyRouteComponent(() => import('./audit/fieldwork/page.tsx'), 'FieldworkListPage'),
  },
  {
    path: '/projects/$id/fieldwork',
    needs: 'fieldwork.one',
    component: lazyRouteComponent(() => import('./audit/fieldwork/page.tsx'), 'FieldworkPage'),
  },
  {
    path: '/requests',
    needs: 'fieldwork.requests',
    component: lazyRouteComponent(() => import('./audit/fieldwork/requests/panel.tsx'), 'RequestsPage'),
  },
  {
    path: '/portfolio',
    needs: 'projects.portfolio',
    component: lazyRouteComponent(() => import('./audit/projects/page/portfolio.tsx'), 'PortfolioPage'),
  },
  {
    path: '/projects/new',
    needs: 'projects.open',
    component: lazyRouteComponent(() => import('./audit/projects/page/open.tsx'), 'OpenProjectPage'),
  },
  {
    path: '/projects/$id',
    needs: 'projects.room',
    component: lazyRouteComponent(() => import('./audit/projects/page/room.tsx'), 'ProjectRoomPage'),
  },
  {
    path: '/my-audits',
    needs: 'findings.own',
    component: lazyRouteComponent(() => import('./audit/findings/page/own.tsx'), 'MyAuditsPage'),
  },
  { path: '/findings', needs: 'findings.list', component: lazyRouteComponent(() => import('./audit/findings/page.tsx'), 'FindingsPage') },
  { path: '/leads', needs: 'leads.list', component: lazyRouteComponent(() => import('./audit/leads/page.tsx'), 'LeadsPage') },
  {
    path: '/leads/effects',
    needs: 'leads.effects',
    component: lazyRouteComponent(() => import('./audit/leads/page/effects.tsx'), 'EffectsPage'),
  },
  {
    path: '/leads/organs',
    needs: 'leads.organs',
    component: lazyRouteComponent(() => import('./audit/leads/page/organs.tsx'), 'OrgansPage'),
  },
  ...dueProcessPages,
  ...findingPages,
  {
    path: '/rectification',
    needs: 'rectification.list',
    component: lazyRouteComponent(() => import('./audit/rectification/page.tsx'), 'RectificationPage'),
  },
  {
    path: '/imports',
    needs: 'intake.batches',
    component: lazyRouteComponent(() => import('./office/intake/page/batches.tsx'), 'ImportsPage'),
  },
  {
    path: '/imports/new',
    needs: 'intake.kinds',
    component: lazyRouteComponent(() => import('./office/intake/page/new-import.tsx'), 'NewImportPage'),
  },
  { path: '/custody', needs: 'custody.settings', component: lazyRouteComponent(() => import('./office/custody/page.tsx'), 'CustodyPage') },
  {
    path: '/corrections',
    needs: 'custody.corrections',
    component: lazyRouteComponent(() => import('./office/custody/page/corrections.tsx'), 'CorrectionsPage'),
  },
  {
    path: '/trail/standing',
    needs: 'trail.standing',
    component: lazyRouteComponent(() => import('./office/trail/page/standing.tsx'), 'TrailStandingPage'),
  },
  {
    path: '/trail/batches',
    needs: 'trail.batches',
    component: lazyRouteComponent(() => import('./office/trail/page/lists.tsx'), 'TrailBatchesPage'),
  },
  {
    path: '/trail/checkpoints',
    needs: 'trail.checkpoints',
    component: lazyRouteComponent(() => import('./office/trail/page/lists.tsx'), 'TrailCheckpointsPage'),
  },
  {
    path: '/trail/checkpoint/$id',
    needs: 'trail.checkpointOne',
    component: lazyRouteComponent(() => import('./office/trail/page/sheet.tsx'), 'CheckpointSheetPage'),
  },
  {
    path: '/papers',
    needs: 'documents.list',
    component: lazyRouteComponent(() => import('./office/documents/page.tsx'), 'PapersPage'),
  },
  {
    path: '/papers/$id',
    needs: 'documents.one',
    component: lazyRouteComponent(() => import('./office/documents/page/paper.tsx'), 'PaperPage'),
  },
  {
    path: '/paper-compare',
    needs: 'documents.compare',
    component: lazyRouteComponent(() => import('./office/documents/page/compare.tsx'), 'ComparePage'),
  },
  {
    path: '/paper-series',
    needs: 'documents.series',
    component: lazyRouteComponent(() => import('./office/documents/page/series.tsx'), 'SeriesPage'),
  },
  {
    path: '/paper-templates',
    needs: 'documents.templates',
    component: lazyRouteComponent(() => import('./office/documents/page/templates.tsx'), 'TemplatesPage'),
  },
  { path: '/trail', needs: 'trail.list', component: lazyRouteComponent(() => import('./office/trail/page.tsx'), 'TrailPage') },
  {
    path: '/accounts',
    needs: 'identity.accounts',
    component: lazyRouteComponent(() => import('./office/identity/page/accounts.tsx'), 'AccountsPage'),
  },
  {
    path: '/orders',
    needs: 'identity.orders',
    component: lazyRouteComponent(() => import('./office/identity/page/orders.tsx'), 'OrdersPage'),
  },
  {
    path: '/security',
    needs: 'identity.securityRules',
    component: lazyRouteComponent(() => import('./office/identity/page/security.tsx'), 'SecurityPage'),
  },
  { path: '/me', needs: 'identity.mine', component: lazyRouteComponent(() => import('./office/identity/page/mine.tsx'), 'MinePage') },
]

export const pageRoutes = (root: AnyRoute): AnyRoute[] => pages.map((page) => pageRoute(root, page))
