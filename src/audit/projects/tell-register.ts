import { day } from '../../kernel/day.ts'
import type { Writer } from '../../platform/db.ts'
import { recordPastAudit } from '../../registers/auditees/store.ts'
import type { Project } from './model.ts'
import { auditDay } from './rules.ts'
import { subjectsOf } from './store.ts'

/** Tells the register of officials that an audit of them was reported, so that the next one counts from it. */
export async function tellRegister(tx: Writer, project: Project): Promise<void> {
  const on = auditDay(project) ?? day(`${project.year}-12-31`)
  for (const { official, tenure } of await subjectsOf(tx, [project.id]))
    await recordPastAudit(tx, { official, tenure, unit: project.unit, kind: project.kind, on, source: `project:${project.id}` })
}
