import type { Finder, Hit } from './web/shell/shape.ts'
import { words } from './web/words.ts'

type Finding = typeof import('./site.finding.tsx')
/** The contracts that are asked are fetched with the first search, not with the first screen. */
const asking = (find: (finding: Finding, text: string) => Promise<readonly Hit[]>) => async (text: string) =>
  find(await import('./site.finding.tsx'), text)

/** What Ctrl K finds besides pages and commands. */
export const finders: readonly Finder[] = [
  { kind: words.kind.person, needs: 'auditees.list', find: asking((finding, text) => finding.officials(text)) },
  { kind: words.kind.unit, needs: 'places.units', find: asking((finding, text) => finding.units(text)) },
  { kind: words.kind.report, needs: 'reports.list', find: asking((finding, text) => finding.reports(text)) },
  { kind: words.kind.regulation, needs: 'regulations.list', find: asking((finding, text) => finding.regulations(text)) },
  { kind: words.menu.leads, needs: 'leads.list', find: asking((finding, text) => finding.leads(text)) },
  { kind: words.menu.compilations, needs: 'risks.list', find: asking((finding, text) => finding.compilations(text)) },
  { kind: words.kind.article, needs: 'regulations.searchInside', find: asking((finding, text) => finding.articles(text)) },
]
