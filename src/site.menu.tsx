import { standing } from './office/notices/contract.ts'
import { words as sharing } from './office/sharing/words.ts'
import { useAsk } from './web/ask.ts'
import { useMay } from './web/session.tsx'
import type { MenuItem } from './web/shell/shape.ts'
import { words } from './web/words.ts'

const { menu } = words

/** Every page in the menu, in the order a clerk meets them; who may not call `needs` does not see it. */
const items: readonly MenuItem[] = [
  { to: '/', says: menu.home, icon: 'check', group: 'together', needs: 'notices.workbench' },
  { to: '/search', says: menu.search, icon: 'search', group: 'together', needs: 'search.find' },
  { to: '/auditees', says: menu.auditees, icon: 'people', group: 'register', needs: 'auditees.list' },
  { to: '/places', says: menu.places, icon: 'tree', group: 'register', needs: 'places.units' },
  { to: '/regulations', says: menu.regulations, icon: 'law', group: 'register', needs: 'regulations.list' },
  { to: '/clocks', says: menu.clocks, icon: 'clock', group: 'register', needs: 'regulations.clocks' },
  { to: '/calendar', says: menu.calendar, icon: 'calendar', group: 'register', needs: 'regulations.calendar' },
  { to: '/plans', says: menu.plans, icon: 'calendar', group: 'plan', needs: 'planning.plans' },
  { to: '/letters', says: menu.letters, icon: 'report', group: 'plan', needs: 'planning.letters' },
  { to: '/entrusted', says: menu.entrusted, icon: 'people', group: 'plan', needs: 'planning.entrusted' },
  { to: '/patrol', says: menu.patrol, icon: 'clock', group: 'plan', needs: 'planning.patrol' },
  { to: '/unit-funds', says: menu.unitFunds, icon: 'report', group: 'plan', needs: 'planning.funds' },
  { to: '/teams', says: menu.teams, icon: 'account', group: 'plan', needs: 'planning.teams' },
  { to: '/plan-rules', says: menu.planRules, icon: 'law', group: 'plan', needs: 'planning.rules' },
  { to: '/projects', says: menu.projects, icon: 'project', group: 'work', needs: 'projects.list' },
  { to: '/fieldwork', says: menu.fieldwork, icon: 'tick', group: 'work', needs: 'fieldwork.list' },
  { to: '/requests', says: menu.requests, icon: 'file', group: 'work', needs: 'fieldwork.requests' },
  { to: '/portfolio', says: menu.portfolio, icon: 'project', group: 'work', needs: 'projects.portfolio' },
  { to: '/my-audits', says: menu.myAudits, icon: 'project', group: 'work', needs: 'findings.own' },
  { to: '/findings', says: menu.findings, icon: 'alert', group: 'work', needs: 'findings.list' },
  { to: '/leads', says: menu.leads, icon: 'link', group: 'work', needs: 'leads.list' },
  { to: '/responsibility-checks', says: menu.responsibilityChecks, icon: 'tick', group: 'work', needs: 'findings.flags' },
  { to: '/result-corrections', says: menu.resultCorrections, icon: 'report', group: 'use', needs: 'findings.corrections' },
  { to: '/correction-notices', says: menu.correctionNotices, icon: 'file', group: 'use', needs: 'findings.notices' },
  { to: '/findings/extract', says: menu.extract, icon: 'import', group: 'work', needs: 'findings.papers' },
  { to: '/rectification', says: menu.rectification, icon: 'tick', group: 'work', needs: 'rectification.list' },
  { to: '/papers', says: menu.papers, icon: 'report', group: 'work', needs: 'documents.draft' },
  { to: '/portraits', says: menu.portraits, icon: 'portrait', group: 'use', needs: 'portrait.list' },
  { to: '/problems', says: menu.problems, icon: 'alert', group: 'use', needs: 'risks.problems' },
  { to: '/compilations', says: menu.compilations, icon: 'report', group: 'use', needs: 'risks.list' },
  { to: '/risk-lists', says: menu.riskLists, icon: 'law', group: 'use', needs: 'risks.notices' },
  { to: '/reports', says: menu.reports, icon: 'report', group: 'use', needs: 'reports.list' },
  { to: '/mentions', says: menu.mentions, icon: 'mention', group: 'use', needs: 'links.queue' },
  { to: '/sharing', says: menu.sharing, icon: 'link', group: 'together', needs: 'sharing.grants' },
  { to: '/result-rules', says: sharing.title.resultRules, icon: 'law', group: 'together', needs: 'sharing.resultRules' },
  { to: '/recusals', says: menu.recusals, icon: 'account', group: 'care', needs: 'sharing.recusals' },
  { to: '/imports', says: menu.imports, icon: 'import', group: 'care', needs: 'intake.batches' },
  { to: '/corrections', says: menu.corrections, icon: 'people', group: 'use', needs: 'custody.corrections' },
  { to: '/custody', says: menu.custody, icon: 'law', group: 'care', needs: 'custody.retention' },
  { to: '/paper-templates', says: menu.paperTemplates, icon: 'report', group: 'care', needs: 'documents.templates' },
  { to: '/paper-series', says: menu.paperSeries, icon: 'link', group: 'care', needs: 'documents.series' },
  { to: '/trail', says: menu.trail, icon: 'trail', group: 'care', needs: 'trail.list' },
  { to: '/trail/standing', says: menu.trailStanding, icon: 'link', group: 'care', needs: 'trail.standing' },
  { to: '/accounts', says: menu.accounts, icon: 'account', group: 'care', needs: 'identity.accounts' },
  { to: '/orders', says: menu.orders, icon: 'tick', group: 'care', needs: 'identity.orders' },
  { to: '/security', says: menu.security, icon: 'law', group: 'care', needs: 'identity.securityRules' },
]

/** The menu with the number of things waiting; red when one of them is late. */
export function useMenu(): readonly MenuItem[] {
  const may = useMay(standing)
  const asked = useAsk(standing, {}, { when: may, every: 60_000 })
  return items.map((item) => (item.to === '/' ? { ...item, count: asked.data?.waiting, alarming: (asked.data?.late ?? 0) > 0 } : item))
}
