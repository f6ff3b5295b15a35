import { day } from '../../../kernel/day.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Project } from '../../projects/model.ts'
import { auditDay } from '../../projects/rules.ts'
import { findProject } from '../../projects/store.ts'
import type { Finding, Grade, Tolerance } from '../model.ts'
import { ruledOver } from '../rules.ts'
import { findFinding, gradeRules } from '../store.ts'
import { type Argued, flagsOf } from './check.ts'
import type { Flag } from './model.ts'
import { gradesAt, type Rulebook, situationsAt } from './rules.ts'
import { heldIn, situationRules } from './store.ts'

/** A finding with its audit, and the grades and situations of the audit's own time. */
export type Matter = { finding: Finding; project: Project; book: Rulebook; grades: Grade[] }

/** The matter of one finding; absent when this reader may not know it. */
export async function matterOf(read: Reader, id: string): Promise<Matter | undefined> {
  const finding = await findFinding(read, id)
  const project = finding && (await findProject(read, finding.project))
  if (!finding || !project) return undefined
  const span = ruledOver({ day: auditDay(project), year: project.year }, day)
  const grades = await gradeRules(read)
  const situations = situationsAt(await situationRules(read), { ...span, region: project.jurisdiction })
  return { finding, project, book: { span, grades, situations }, grades: gradesAt(grades, span) }
}

/** The posts that count for a finding: in the unit audited, and in the unit where it happened. */
export const heldFor = (read: Reader, { finding, project }: Pick<Matter, 'finding' | 'project'>, official: string) =>
  heldIn(read, official, [...new Set([finding.unit, project.unit])])

type Asked = { official: string; grade: Grade; argued: Argued | null; tolerance: Pick<Tolerance, 'outcome'> | null }
/** What the checker holds against one responsibility of a matter. */
export async function flagsFor(read: Reader, matter: Matter, { official, grade, argued, tolerance }: Asked): Promise<Flag[]> {
  const { finding, book, grades } = matter
  return flagsOf({
    ...{ grade, argued, grades, situations: book.situations, held: await heldFor(read, matter, official) },
    period: { from: finding.periodFrom, to: finding.periodTo },
    tolerance: tolerance?.outcome ?? null,
  })
}
