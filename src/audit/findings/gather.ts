import { grouped } from '../../kernel/grouped.ts'
import type { Gatherer } from '../../office/documents/registry.ts'
import type { Reader } from '../../platform/db.ts'
import { announcedFinding, announcedTotal } from './announcement.doc.ts'
import { reportRow } from './report.doc.ts'
import { partsOf } from './store.ts'
import { isWithdrawn } from './store-counted.ts'

const named = (read: Reader, project: string) =>
  read
    .selectFrom('finding')
    .innerJoin('project', 'project.id', 'finding.project')
    .innerJoin('unit', 'unit.id', 'finding.unit')
    .selectAll('finding')
    .select('unit.name as unitName')
    .where('finding.project', '=', project)
    .where(({ not }) => not(isWithdrawn))
    .orderBy('finding.number')
    .execute()

const namesOf = async (read: Reader, officials: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (officials.length === 0) return new Map()
  const rows = await read
    .selectFrom('official')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(officials)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/**
 * What a case's findings say in its papers, those that an objection took back left out: for its reports each with its money,
 * who bears which responsibility and what was decided on tolerance; for an announcement the confirmed ones, in the usual order.
 */
export const findingsGatherer: Gatherer = {
  subject: 'project',
  gather: async (read, id) => {
    const findings = await named(read, id)
    const { responsibilities, tolerances } = await partsOf(
      read,
      findings.map((finding) => finding.id),
    )
    const names = await namesOf(
      read,
      responsibilities.map(({ official }) => official),
    )
    const borne = grouped(responsibilities, ({ finding }) => finding)
    const tolerated = grouped(tolerances, ({ finding }) => finding)
    const announced = findings.filter(({ established }) => established === 'confirmed')
    return {
      findings: findings.map((finding) =>
        reportRow({
          ...finding,
          responsible: (borne.get(finding.id) ?? []).map(({ official, grade }) => ({ name: names.get(official) ?? '', grade })),
          tolerances: tolerated.get(finding.id) ?? [],
        }),
      ),
      counted: announcedTotal(announced),
      announced: announced.map((finding) => ({ item: announcedFinding(finding) })),
    }
  },
}
