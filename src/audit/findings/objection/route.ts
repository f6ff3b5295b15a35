import { type Day, day } from '../../../kernel/day.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import type { Reader } from '../../../platform/db.ts'
import type { Project } from '../../projects/model.ts'
import { auditDay } from '../../projects/rules.ts'
import type { Grade } from '../model.ts'
import { ruledOver, whyNotGrade } from '../rules.ts'
import { gradeRules } from '../store.ts'
import { words as findingWords } from '../words.ts'
import type { ReviewRoute } from './model.ts'
import { routeAt } from './rules.ts'
import { reviewRoutes } from './store.ts'

type Audit = Pick<Project, 'reportedOn' | 'startedOn' | 'year' | 'jurisdiction'>
/** The levels an objection to this audit may go through: those of the rule on the day of its report. */
export const routeOf = async (read: Reader, project: Pick<Project, 'reportedOn' | 'jurisdiction'>, today: Day): Promise<ReviewRoute[]> =>
  routeAt(await reviewRoutes(read), { on: project.reportedOn ?? today, region: project.jurisdiction })

/** Why a corrected grade may not stand: the rule of the audit's time does not know it. */
export async function whyNotRegrade(read: Reader, project: Audit, grade: Grade | null): Promise<Refusal | null> {
  if (grade === null) return null
  const span = ruledOver({ day: auditDay(project), year: project.year }, day)
  return whyNotGrade({ grade, year: project.year, said: findingWords.grade[grade].zh }, span, await gradeRules(read))
}
