import { measureAccess } from './access.ts'
import { measureFindings } from './findings.ts'
import { measurePlanner } from './planner.ts'
import { measureProjects } from './projects.ts'
import { measureRisks } from './risks.ts'
import { measureSheets } from './sheets.ts'
import { measureFold, measureSearch } from './text.ts'
import { measureTrail } from './trail.ts'

/** What can be measured, by name; each answers ratios taken in one run, and peaks of memory. `isLarge` asks for what takes minutes, too. */
export const benches: Readonly<Record<string, (asked: { isLarge: boolean }) => Promise<object>>> = {
  access: measureAccess,
  findings: measureFindings,
  fold: measureFold,
  search: measureSearch,
  sheets: () => measureSheets(),
  planner: measurePlanner,
  trail: measureTrail,
  projects: measureProjects,
  risks: measureRisks,
}
